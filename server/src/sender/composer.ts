import type { MimePiece } from '../domain/messages/message';
import type { OutgoingMessage } from '../ports/sending';
import type { Stamp } from './dkim';
import { signed } from './signed';
import { fillPieces, wireParts, wirePieces } from './wire-pieces';
import { wireText, type WireText } from './wire-text';

/** One reader's message of an edition. Rejects if it cannot be made: a bug. */
export type Make = (message: OutgoingMessage) => Promise<WireText>;

/** What a message waits in until it has a connection. */
export interface Draft {
  readonly message: OutgoingMessage;
  /** Set once its making was begun. */
  text: Promise<WireText> | null;
}

/** Editions in, one reader's message out. */
export class Composer {
  private readonly makes = new Map<string, Make>();
  /** By delivery: what may be sent next. */
  private readonly drafts = new Map<string, Draft>();

  /** @param stamp null: nothing is signed */
  constructor(private readonly stamp: Stamp | null) {}

  prepare(editionKey: string, mime: readonly MimePiece[]): void {
    this.makes.set(editionKey, this.stamp ? signed(mime, this.stamp) : unsigned(mime));
  }

  forget(editionKey: string): void {
    this.makes.delete(editionKey);
  }

  /** Rejects if the message cannot be made: a bug. */
  compose(draft: Draft): Promise<WireText> {
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

  private async make(message: OutgoingMessage): Promise<WireText> {
    const make = this.makes.get(message.editionKey);
    if (!make) throw new Error(`edition ${message.editionKey} was not prepared`);
    return make(message);
  }
}

function unsigned(mime: readonly MimePiece[]): Make {
  const pieces = wirePieces(mime);
  return async ({ values }) => wireText(wireParts(fillPieces(pieces, values)));
}
