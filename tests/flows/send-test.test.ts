import { systemChance } from '../../server/src/adapters/clock';
import { createSendTest, TESTS_A_DAY, type TestMessage } from '../../server/src/flows/send-test';
import type { SendingThread } from '../../server/src/ports';
import { asking } from '../support/asking';
import { openDatabase, type TestDatabase } from '../support/database';
import { aContent, DAY } from '../support/editions';
import { openTrail, type Trail } from '../support/trail';

const ann = asking('ann');

describe('a test to oneself', () => {
  let database: TestDatabase;
  let trail: Trail;
  let sent: string[];
  beforeAll(async () => {
    database = await openDatabase();
  });
  beforeEach(async () => {
    trail = await openTrail(database);
    sent = [];
  });
  afterAll(() => database.close());

  const thread: Pick<SendingThread, 'prepare' | 'send' | 'forget'> = {
    prepare: () => undefined,
    forget: () => undefined,
    send: async ({ messages, onOutcomes }) => {
      sent.push(...messages.map(({ to }) => to));
      const outcome = { kind: 'accepted', reply: REPLY } as const;
      await onOutcomes(messages.map(({ deliveryId }) => ({ deliveryId, outcome })));
    },
  };
  const REPLY = { stage: 'dot', code: 250, enhanced: null, text: 'ok' } as const;
  const test: Omit<TestMessage, 'message'> = {
    campaignId: 'campaign-1',
    from: 'news@example.com',
    domain: 'example.com',
    to: 'ann@example.com',
  };
  const sendTest = () => {
    const { audit, deps } = trail;
    const world = { clock: deps.clock, chance: systemChance, publicUrl: 'https://cms.example.com' };
    const send = createSendTest({ ...world, audit, thread, transportId: 'relay' });
    const [message] = Object.values(aContent().messages);
    if (!message) throw new Error('no message');
    return send({ ...test, message }, ann);
  };

  it('goes to the address of whoever asks, and says how many are left', async () => {
    expect(await sendTest()).toEqual({ ok: true, value: { leftToday: TESTS_A_DAY - 1 } });
    expect(sent).toEqual(['ann@example.com']);
  });

  it('is refused when there have been too many in a day', async () => {
    for (let done = 0; done < TESTS_A_DAY; done += 1) await sendTest();
    expect(await sendTest()).toEqual({ ok: false, reason: 'too-many-tests' });
    trail.time.now += DAY + 1;
    expect(await sendTest()).toMatchObject({ ok: true });
  });

  it('is refused as well when they are all asked for at once', async () => {
    await Promise.all(Array.from({ length: 3 * TESTS_A_DAY }, sendTest));
    expect(sent.length).toBeLessThanOrEqual(TESTS_A_DAY);
  });
});
