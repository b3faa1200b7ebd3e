import { AsyncLocalStorage } from 'node:async_hooks';

/** Ports as one process holds them, until it dies: then nothing it asks is answered any more. */
export interface Mortal<Ports> {
  readonly ports: Ports;
  /** Resolves when it has died. */
  readonly died: Promise<void>;
}

export interface Death {
  /** Which of its questions to the world is the last. A transaction is one: it dies with its connection. */
  readonly lastCall: number;
  /** Killed while it asks, or when the answer was worked out and nobody is there to hear it. */
  readonly at: 'question' | 'answer';
}

/** Whether we are inside of a question: what a transaction asks on its way is part of it. */
const inside = new AsyncLocalStorage<boolean>();

/** A process that will be killed. */
export function mortal<Ports extends object>(ports: Ports, death: Death): Mortal<Ports> {
  let calls = 0;
  let isDead = false;
  let die: () => void = () => undefined;
  const died = new Promise<void>((resolve) => (die = resolve));
  const never = new Promise<never>(() => undefined);

  const end = (): Promise<never> => {
    isDead = true;
    die();
    return never;
  };

  const ask = async (work: () => Promise<unknown>): Promise<unknown> => {
    if (inside.getStore()) return work();
    if (isDead) return never;
    calls += 1;
    const isLast = calls >= death.lastCall;
    if (isLast && death.at === 'question') return end();
    const answer = await inside.run(true, work);
    return isLast || isDead ? end() : answer;
  };

  const guard = (port: object): object =>
    new Proxy(port, {
      get: (target, name, receiver) => {
        const member: unknown = Reflect.get(target, name, receiver);
        if (typeof member !== 'function') return member;
        return (...args: unknown[]) => ask(() => Reflect.apply(member, target, args));
      },
    });

  const guarded = Object.entries(ports).map(([name, port]) => [name, guard(port)]);
  return { ports: Object.fromEntries(guarded), died };
}
