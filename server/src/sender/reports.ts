import type { Settled } from '../ports/sending';
import type { ThreadReport } from '../ports/sending-protocol';

/** Outcomes leave the thread in groups: each message between threads costs both as much as a small mail. */
export interface Reports {
  add(order: number, settled: Settled, bug?: string): void;
}

/** How long an acceptance may be kept back while nobody waits for it. */
const HELD_MS = 20;

/**
 * @param isHungry whether some connection has nothing to do, or will soon: then the house has to hear, to
 *   send more; before that it would only take note
 */
export function createReports(
  post: (report: ThreadReport) => void,
  isHungry: () => boolean,
): Reports {
  let groups = new Map<number, { settled: Settled[]; bug?: string }>();
  let soon: NodeJS.Immediate | null = null;
  let later: NodeJS.Timeout | null = null;

  const flush = (): void => {
    if (soon) clearImmediate(soon);
    if (later) clearTimeout(later);
    soon = later = null;
    post({
      kind: 'outcomes',
      groups: [...groups].map(([order, group]) => ({ order, ...group })),
    });
    groups = new Map();
  };

  return {
    add(order, settled, bug) {
      const group = groups.get(order) ?? { settled: [] };
      groups.set(order, group);
      group.settled.push(settled);
      if (bug !== undefined) group.bug = bug;
      if (settled.outcome.kind === 'accepted' && !isHungry()) later ??= setTimeout(flush, HELD_MS);
      else soon ??= setImmediate(flush);
    },
  };
}
