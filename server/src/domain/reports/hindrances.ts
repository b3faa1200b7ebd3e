import { isProvider } from '../delivery/domain-group';
import { isOver, perSecondAt, type GroupPace, type GroupReason } from '../delivery/group-pace';
import type { TroubleReason } from '../delivery/outcome';

/** Why it takes longer than it could. Times in ms since 1970. */
export interface Hindrances {
  readonly slowed: readonly SlowedGroup[];
  readonly resting: readonly RestingTransport[];
  /** Transports that have begun as much today as they may; all go on together. */
  readonly full: readonly FullTransport[];
}

export interface SlowedGroup {
  /** A provider's name, or a domain of which only the first letter and the end can be seen: it may be one reader's own. */
  readonly name: string;
  readonly because: GroupReason;
  /** Messages a minute it gets. */
  readonly perMinute: number;
  /** Null: it gets some. */
  readonly restsUntil: number | null;
}

export interface RestingTransport {
  readonly id: string;
  readonly because: TroubleReason;
  readonly until: number;
}

export interface FullTransport {
  readonly id: string;
  readonly until: number;
}

export const NO_HINDRANCES: Hindrances = { slowed: [], resting: [], full: [] };

/** A handful says what is wrong; who looks for more has the log. */
const AT_MOST = 10;

export const slowedOf = (paces: ReadonlyMap<string, GroupPace>, now: number): SlowedGroup[] =>
  [...paces]
    .filter(([, pace]) => !isOver(pace, now))
    .slice(0, AT_MOST)
    .map(([group, pace]) => ({
      name: isProvider(group) ? group : masked(group),
      because: pace.because,
      perMinute: Math.max(1, Math.round(60 * (perSecondAt(pace, now) ?? pace.freeAt))),
      restsUntil: pace.restsUntil > now ? pace.restsUntil : null,
    }));

const masked = (domain: string): string =>
  `${domain.slice(0, 1)}•••${domain.slice(domain.lastIndexOf('.'))}`;
