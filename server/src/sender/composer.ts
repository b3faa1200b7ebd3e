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

/** Editions in, one reader's message out. */
export class Composer {
  private readonly compiled = new Map<string, readonly MimePiece[]>();
  /** By delivery: what may be sent next. */
  private readonly drafts = new Map<string, Draft>();

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

  /** What has to be signed is begun at once, on all cores, so that no connection waits for a signature. */
  ready(messages: readonly OutgoingMessage[]): void {
    for (const message of messages) {
      const draft = { message, text: null };
      this.drafts.set(message.deliveryId, draft);
      // Whoever asks for it hears of it.
      if (this.stamp) this.compose(draft).catch(() => undefined);
    }
  }

  drop(deliveryIds: readonly string[]): void {
    for (const id of deliveryIds) this.drafts.delete(id);
  }

  /** @param wanted its delivery's id, if it is ready */
  draftOf(wanted: OutgoingMessage | string): Draft {
    if (typeof wanted !== 'string') return { message: wanted, text: null };
    const draft = this.drafts.get(wanted);
    if (!draft) throw new Error(`delivery ${wanted} is not ready`);
    this.drafts.delete(wanted);
    return draft;
  }

  private async make({ editionKey, values, envelopeFrom }: OutgoingMessage): Promise<string> {
    const pieces = this.compiled.get(editionKey);
    if (!pieces) throw new Error(`edition ${editionKey} was not prepared`);
    const message = this.fill(pieces, values);
    const stamped = this.stamp ? await this.stamp(message, envelopeFrom) : message;
    return wireForm(stamped);
  }
}
