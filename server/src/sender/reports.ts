import type { Settled } from '../ports/sending';
import type { ThreadReport } from '../ports/sending-protocol';

/** Outcomes leave the thread in one message for each turn of its event loop, not one by one. */
export interface Reports {
  add(order: number, settled: Settled, bug?: string): void;
}

export function createReports(post: (report: ThreadReport) => void): Reports {
  let groups = new Map<number, { settled: Settled[]; bug?: string }>();

  const flush = (): void => {
    post({
      kind: 'outcomes',
      groups: [...groups].map(([order, group]) => ({ order, ...group })),
    });
    groups = new Map();
  };

  return {
    add(order, settled, bug) {
      if (groups.size === 0) setImmediate(flush);
      const group = groups.get(order) ?? { settled: [] };
      groups.set(order, group);
      group.settled.push(settled);
      if (bug !== undefined) group.bug = bug;
    },
  };
}
