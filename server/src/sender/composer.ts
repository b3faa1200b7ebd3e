import type { MimePiece, SlotValues } from '../domain/messages/message';
import type { OutgoingMessage } from '../ports/sending';
import type { Stamp } from './dkim';

export type Fill = (pieces: readonly MimePiece[], values: SlotValues) => string;

/** What a message waits in until it has a connection. */
export interface Draft {
  readonly message: OutgoingMessage;
  /** Set once its making was begun. */
  bytes: Promise<Buffer> | null;
}

/** Enough that several cores always have one to sign; what is made waits in memory. */
const AHEAD = 16;

/** Editions in, one reader's bytes out. */
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

  /** Rejects if the message cannot be made: a bug. */
  compose(draft: Draft): Promise<Buffer> {
    draft.bytes ??= this.make(draft.message);
    return draft.bytes;
  }

  /** Begins what will be wanted next, so that no connection waits for a signature. */
  workAhead(waiting: readonly Draft[]): void {
    if (!this.stamp) return;
    for (const draft of waiting.slice(0, AHEAD)) {
      // Whoever asks for it hears of it.
      if (!draft.bytes) this.compose(draft).catch(() => undefined);
    }
  }

  private async make({ editionKey, values, envelopeFrom }: OutgoingMessage): Promise<Buffer> {
    const pieces = this.compiled.get(editionKey);
    if (!pieces) throw new Error(`edition ${editionKey} was not prepared`);
    const message = this.fill(pieces, values);
    const stamped = this.stamp ? await this.stamp(message, envelopeFrom) : message;
    return Buffer.from(stamped, 'latin1');
  }
}
