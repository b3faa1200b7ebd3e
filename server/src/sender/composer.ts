import type { MimePiece, SlotValues } from '../domain/messages/message';
import type { OutgoingMessage } from '../ports/sending';
import type { Stamp } from './dkim';
import { wireForm } from './wire-form';

export type Fill = (pieces: readonly MimePiece[], values: SlotValues) => string;

/** What a message waits in until it has a connection. */
export interface Draft {
  readonly message: OutgoingMessage;
  /** Set once its making was begun. */
  text: Promise<string> | null;
}

/** Enough that several cores always have one to sign; what is made waits in memory. */
const AHEAD = 16;

/** Editions in, one reader's message out. */
export class Composer {
  private readonly compiled = new Map<string, readonly MimePiece[]>();

  /** @param stamp null: nothing is signed */
  constructor(
    private readonly fill: Fill,
    private readonly stamp: Stamp | null,
  ) {}

  prepare(editionKey: string, mime: readonly MimePiece[]): void {
    this.compiled.set(editionKey, mime);
  }

  forget(editionKey: string): void {
    this.compiled.delete(editionKey);
  }

  /** In wire form. Rejects if the message cannot be made: a bug. */
  compose(draft: Draft): Promise<string> {
    draft.text ??= this.make(draft.message);
    return draft.text;
  }

  /** Begins what will be wanted next, so that no connection waits for a signature. */
  workAhead(waiting: readonly Draft[]): void {
    if (!this.stamp) return;
    for (const draft of waiting.slice(0, AHEAD)) {
      // Whoever asks for it hears of it.
      if (!draft.text) this.compose(draft).catch(() => undefined);
    }
  }

  private async make({ editionKey, values, envelopeFrom }: OutgoingMessage): Promise<string> {
    const pieces = this.compiled.get(editionKey);
    if (!pieces) throw new Error(`edition ${editionKey} was not prepared`);
    const message = this.fill(pieces, values);
    const stamped = this.stamp ? await this.stamp(message, envelopeFrom) : message;
    return wireForm(stamped);
  }
}
