import fc from 'fast-check';
import type { Outcome } from '../../server/src/domain/delivery/outcome';
import { createWakeOverdue } from '../../server/src/flows/wake-overdue';
import type { NotBegun } from '../../server/src/ports';
import { DAY, MINUTE, NOON } from '../support/editions';
import {
  accepted,
  createFakeSender,
  later,
  noSuchMailbox,
  notBegun,
  trouble,
} from '../support/fake-sender';
import { finding, journalOf } from '../support/journals';
import { mortal, type Death } from '../support/mortal';
import { openPostOffice, type PostOffice } from '../support/post-office';

type Answer = Outcome | NotBegun;

const ANSWERS: readonly Answer[] = [
  ...[accepted, accepted, accepted, accepted, later, noSuchMailbox, trouble],
  ...[{ kind: 'uncertain' } as const, notBegun('crashed')],
];

/** One process: when it is killed, and whether its disk survives. */
interface Life extends Death {
  readonly keepsJournal: boolean;
}

const anyStory = fc.record({
  readers: fc.integer({ min: 1, max: 9 }),
  connections: fc.integer({ min: 1, max: 3 }),
  script: fc.array(fc.constantFrom(...ANSWERS), { minLength: 1, maxLength: 12 }),
  lives: fc.array(
    fc.record({
      lastCall: fc.integer({ min: 1, max: 30 }),
      at: fc.constantFrom('question' as const, 'answer' as const),
      keepsJournal: fc.boolean(),
    }),
    { minLength: 1, maxLength: 4 },
  ),
});

/** Killed when it had marked one and let nothing go; its heir is killed as soon as it has taken over. */
const THE_HEIR_DIES_TOO = {
  ...{ readers: 1, connections: 1, script: [accepted] },
  lives: [
    { lastCall: 10, at: 'question' as const, keepsJournal: true },
    { lastCall: 5, at: 'answer' as const, keepsJournal: true },
  ],
};

/** A hundred sendings; on a database server that takes seventeen seconds when it has a core to itself. */
const MINUTES_ON_A_BUSY_MACHINE = 180_000;

describe('the books', () => {
  let office: PostOffice;
  let wakeOverdue: ReturnType<typeof createWakeOverdue>;
  let processes = 0;
  beforeAll(async () => {
    office = await openPostOffice();
    wakeOverdue = createWakeOverdue({ ...office, findLost: office.batches.findForgotten });
  });
  afterAll(() => office.close());

  it(
    'balance, whatever the relay says and whenever workers are killed',
    () =>
      fc.assert(
        fc.asyncProperty(anyStory, async ({ readers, connections, script, lives }) => {
          office.pass(NOON - office.time.now);
          const { edition } = await office.begun(readers);
          const relay = scripted(script);
          const journals = finding();
          const pumpOf = (sender: ReturnType<typeof createFakeSender>, ports = {}) =>
            office.deliverWith(sender, {
              ...ports,
              journals,
              transports: [{ id: 'relay', connections }],
            });

          for (const life of lives) {
            const sender = createFakeSender(relay.answer, `process-${processes++}`);
            const { ports, died } = mortal(portsOf(office), life);
            await Promise.race([live(pumpOf(sender, ports)), died]);
            sender.die();
            if (life.keepsJournal) journals.leave(journalOf(sender));
            office.pass(15 * MINUTE);
            await office.tidyUp();
          }
          relay.acceptsAll();
          await liveUntilSent(
            pumpOf(createFakeSender(relay.answer, `process-${processes++}`)),
            edition,
          );

          const counts = await office.countsOf(edition);
          const { accepted: got = 0, rejected = 0, uncertain = 0, ...others } = counts;
          expect(others).toEqual({});
          expect(got + rejected + uncertain).toBe(readers);
          expect(new Set(relay.accepted).size).toBe(relay.accepted.length);
          expect(got).toBeLessThanOrEqual(relay.accepted.length);
          const lost = lives.filter(({ keepsJournal }: Life) => !keepsJournal).length;
          expect(uncertain).toBeLessThanOrEqual(relay.uncertain() + lost * 2 * connections);
        }),
        { numRuns: 100, examples: [[THE_HEIR_DIES_TOO]] },
      ),
    MINUTES_ON_A_BUSY_MACHINE,
  );

  const portsOf = ({
    batches,
    ledger,
    leases,
    wakes,
    queue,
    settings,
    editions,
    transactions,
  }: PostOffice) => ({
    ...{ batches, ledger, leases, wakes, queue, settings, editions, transactions },
  });

  /** What a process does from its start on, as long as there is anything to do. */
  const live = async (pump: ReturnType<PostOffice['deliverWith']>): Promise<void> => {
    await pump.begin();
    await wakeOverdue(0);
    await office.queue.drain(pump.deliver);
    await pump.heartbeat();
  };

  const liveUntilSent = async (
    pump: ReturnType<PostOffice['deliverWith']>,
    edition: { id: string },
  ) => {
    for (let days = 0; (await office.stateOf(edition)) !== 'sent' && days < 5; days += 1) {
      office.pass(DAY / 2);
      await office.tidyUp();
      await live(pump);
    }
    expect(await office.stateOf(edition)).toBe('sent');
  };
});

/** A relay that answers by a script, over and over, and remembers whom it took a message for. */
function scripted(script: readonly Answer[]) {
  const taken: string[] = [];
  let asked = 0;
  let unsure = 0;
  let isKind = false;
  return {
    accepted: taken,
    uncertain: () => unsure,
    acceptsAll: () => void (isKind = true),
    answer: ({ to }: { to: string }): Answer => {
      const outcome = isKind ? accepted : (script[asked++ % script.length] ?? accepted);
      if (outcome.kind === 'accepted') taken.push(to);
      if (outcome.kind === 'uncertain') unsure += 1;
      return outcome;
    },
  };
}
