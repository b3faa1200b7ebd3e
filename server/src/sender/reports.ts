import type { Settled } from '../ports/sending';
import type { ThreadReport } from '../ports/sending-protocol';

/** Outcomes leave the thread in groups: each message between threads costs both as much as a small mail. */
export interface Reports {
  add(order: number, settled: Settled, bug?: string): void;
}

/** 0: each connection has its next message. 1: some has not. 2: none has anything in hand. */
export type Need = 0 | 1 | 2;

export interface Wire {
  /**
   * When it has grown the house has to hear, to send more; before that, and until it has answered, it
   * would only take note.
   */
  need(): Need;
  /** So many outcomes are told at once, before the need grows. */
  enough(): number;
}

/** How long an acceptance may be kept back while nobody waits for it. */
const HELD_MS = 20;

export function createReports(post: (report: ThreadReport) => void, wire: Wire): Reports {
  let groups = new Map<number, { settled: Settled[]; bug?: string }>();
  let kept = 0;
  let soon: NodeJS.Immediate | null = null;
  let later: NodeJS.Timeout | null = null;
  let heard = 0;

  const flush = (): void => {
    if (soon) clearImmediate(soon);
    if (later) clearTimeout(later);
    soon = later = null;
    heard = wire.need();
    kept = 0;
    post({
      kind: 'outcomes',
      groups: [...groups].map(([order, group]) => ({ order, ...group })),
    });
    groups = new Map();
  };

  const keep = (order: number, settled: Settled, bug: string | undefined): void => {
    const group = groups.get(order) ?? { settled: [] };
    groups.set(order, group);
    group.settled.push(settled);
    if (bug !== undefined) group.bug = bug;
    kept += 1;
  };

  return {
    add(order, settled, bug) {
      keep(order, settled, bug);
      const need = wire.need();
      heard = Math.min(heard, need);
      if (kept >= wire.enough()) flush();
      else if (settled.outcome.kind === 'accepted' && need <= heard)
        later ??= setTimeout(flush, HELD_MS);
      else soon ??= setImmediate(flush);
    },
  };
}
