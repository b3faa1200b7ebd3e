import type { OutgoingMessage } from '../../ports';

/** Messages that are to be ready in the sending thread before their order comes. */
export class Readied {
  /** Deliveries whose messages this life of the thread holds. */
  private readonly held = new Set<string>();
  /** What it has not heard of yet. */
  private readonly fresh = new Map<string, OutgoingMessage>();

  add(messages: readonly OutgoingMessage[]): void {
    for (const message of messages) this.fresh.set(message.deliveryId, message);
  }

  /** What the thread has to be told now. */
  takeFresh(): OutgoingMessage[] {
    const messages = [...this.fresh.values()];
    this.fresh.clear();
    for (const { deliveryId } of messages) this.held.add(deliveryId);
    return messages;
  }

  /** As an order names it: by its delivery's id alone, if the thread holds it. */
  nameOf(message: OutgoingMessage): OutgoingMessage | string {
    const { deliveryId } = message;
    this.fresh.delete(deliveryId);
    return this.held.delete(deliveryId) ? deliveryId : message;
  }

  /** Those of which the thread has to be told that they do not go out. */
  drop(deliveryIds: readonly string[]): string[] {
    for (const id of deliveryIds) this.fresh.delete(id);
    return deliveryIds.filter((id) => this.held.delete(id));
  }

  /** The thread is gone. */
  clear(): void {
    this.held.clear();
    this.fresh.clear();
  }
}
