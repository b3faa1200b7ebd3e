import type { SendOrder, Settled } from '../../ports';

/** One call of `send` on its way: what is still out, and whether its reports were taken. */
export class Order {
  /** A message that could not be composed. */
  bug: Error | null = null;
  private readonly out: Set<string>;
  private readonly takings: Promise<void>[] = [];
  private allReported: () => void = () => undefined;
  private readonly reported = new Promise<void>((resolve) => {
    this.allReported = resolve;
  });

  constructor(private readonly order: SendOrder) {
    this.out = new Set(order.messages.map(({ deliveryId }) => deliveryId));
    if (this.out.size === 0) this.allReported();
  }

  /** Each delivery counts once, whatever is reported of it later. */
  report(group: readonly Settled[], bug?: string): void {
    if (bug !== undefined) this.bug ??= new Error(bug);
    const news = group.filter(({ deliveryId }) => this.out.delete(deliveryId));
    if (news.length > 0) this.takings.push(this.hand(news));
    if (this.out.size === 0) this.allReported();
  }

  /** Ids of the deliveries nothing was reported of. */
  stillOut(): string[] {
    return [...this.out];
  }

  /** Resolves when every message was reported and every report taken; rejects if one was not. */
  async taken(): Promise<void> {
    await this.reported;
    await Promise.all(this.takings);
  }

  private async hand(news: readonly Settled[]): Promise<void> {
    return this.order.onOutcomes(news);
  }
}
