import type { Claim, DueDelivery, Settled } from '../../ports';
import type { DeliverDeps } from './deps';
import { createGroups, type Groups } from './group-state';
import { createLane, type Lane } from './lane';
import { createTurn, type Turn } from './turn';

/** What one process has in its hands. */
export interface Pump {
  readonly deps: DeliverDeps;
  /** One for each transport, in their order. */
  readonly lanes: readonly Lane[];
  readonly groups: Groups;
  readonly turn: Turn;
  readonly tempo: Tempo;
  readonly hands: Set<Hand>;
  /** Editions whose messages the sending thread holds, with the keys it holds them under. */
  readonly prepared: Map<string, readonly string[]>;
  /** The database's clock minus ours, in ms, as measured when a batch was last taken up. */
  skewMs: number;
  isClosing: boolean;
}

export interface Tempo {
  /** How long a transaction of the ledger has taken lately, in ms; null: there was none. */
  transactionMs: number | null;
}

/** A batch this process works on. */
export interface Hand {
  readonly claim: Claim;
  /** ms since 1970, by this machine's clock: our lease may end soon after. */
  beginBefore: number;
  /** Nothing more of it is to be marked. */
  isOver: boolean;
  /** The database may have marked some of it and could not say so. */
  isUnsure: boolean;
  /** When to look at what is left, at the earliest; by the database's clock. */
  notBefore: number;
  /** Marked *sending* and not settled. */
  readonly out: Map<string, DueDelivery>;
  /** Outcomes the ledger does not hold yet. */
  readonly came: Came[];
  readonly sends: Promise<void>[];
  accepted: number;
}

export interface Came extends Settled {
  /** The ledger holds it. */
  taken(): void;
}

export function createPump(deps: DeliverDeps): Pump {
  const tempo: Tempo = { transactionMs: null };
  const transactionMs = () => tempo.transactionMs ?? Infinity;
  return {
    deps,
    lanes: deps.transports.map((transport) => createLane(transport, transactionMs)),
    groups: createGroups(),
    turn: createTurn(),
    tempo,
    hands: new Set(),
    prepared: new Map(),
    skewMs: 0,
    isClosing: false,
  };
}

export const createHand = (claim: Claim, beginBefore: number): Hand => ({
  claim,
  beginBefore,
  isOver: false,
  isUnsure: false,
  notBefore: 0,
  out: new Map(),
  came: [],
  sends: [],
  accepted: 0,
});

/** By the database's clock: what is due is measured by one clock, whoever asks. */
export const sharedNow = ({ deps, skewMs }: Pump): number => deps.clock.now() + skewMs;

/** Nothing more is marked in this process; what is on the wire comes back by itself. */
export function endAll({ hands }: Pump, notBefore = 0): void {
  for (const hand of hands) endHand(hand, notBefore);
}

export function endHand(hand: Hand, notBefore = 0): void {
  hand.isOver = true;
  hand.notBefore = Math.max(hand.notBefore, notBefore);
}
