import { worthAStep } from '../../domain/delivery/in-flight';
import type { TransportPause } from '../../domain/delivery/transport-pause';
import type { SomeTransport } from './deps';
import { createWindow, type Window } from './window';

/** A transport, as this process uses it. Times in ms since 1970, by the database's clock. */
export interface Lane {
  readonly transport: SomeTransport;
  readonly window: Window;
  /** What it met, as any process has last seen it. */
  pause: TransportPause | null;
  /** Its rate lets nothing begin before. */
  readyAt: number;
  /** Its messages of the day are out until then. */
  outUntil: number;
  /** Groups of recipient domains that have refused us by it since it was last accepted. */
  readonly refusing: Set<string>;
  /** Messages it is behind its share. */
  owed: number;
  /** What this process has taken of the day's messages and not used. */
  readonly inHand: { day: string; messages: number };
}

/** @param transactionMs how long one of the ledger's has taken lately */
export const createLane = (transport: SomeTransport, transactionMs: () => number): Lane => ({
  transport,
  window: createWindow(transport.connections, () =>
    worthAStep(transport.connections, transactionMs()),
  ),
  pause: null,
  readyAt: 0,
  outUntil: 0,
  refusing: new Set(),
  owed: 0,
  inHand: { day: '', messages: 0 },
});

/** When it may be used again; what lies behind us: now. */
export const backAt = ({ pause, outUntil }: Lane): number => Math.max(pause?.until ?? 0, outUntil);
