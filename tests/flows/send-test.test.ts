import { createSendTest, TESTS_A_DAY } from '../../server/src/flows/send-test';
import { asking } from '../support/asking';
import { createPost } from '../support/post';
import { openDatabase, type TestDatabase } from '../support/database';
import { aContent, DAY } from '../support/editions';
import { openTrail, type Trail } from '../support/trail';

const ann = asking('ann');

describe('a test to oneself', () => {
  let database: TestDatabase;
  let trail: Trail;
  let post: ReturnType<typeof createPost>;
  let confirmed: string | null;
  beforeAll(async () => {
    database = await openDatabase();
  });
  beforeEach(async () => {
    trail = await openTrail(database);
    post = createPost(trail.deps.clock);
    confirmed = 'ann@example.com';
  });
  afterAll(() => database.close());

  const sendTest = () => {
    const { audit, deps } = trail;
    const send = createSendTest({
      ...{ mail: post.mail, audit, clock: deps.clock },
      confirmedAddress: async () => confirmed,
      sendLink: async () => 'address-not-confirmed',
    });
    const [message] = Object.values(aContent().messages);
    if (!message) throw new Error('no message');
    const from = { from: 'news@example.com', domain: 'example.com' };
    return send({ campaignId: 'campaign-1', message, ...from }, ann);
  };

  it('goes to the address of whoever asks, and says how many are left', async () => {
    expect(await sendTest()).toEqual({ ok: true, value: { leftToday: TESTS_A_DAY - 1 } });
    expect(post.sentTo()).toEqual(['ann@example.com']);
  });

  it('goes nowhere while nobody has confirmed the address', async () => {
    confirmed = null;
    expect(await sendTest()).toEqual({ ok: false, reason: 'address-not-confirmed' });
    expect(post.sentTo()).toEqual([]);
  });

  it('is refused when there have been too many in a day', async () => {
    for (let done = 0; done < TESTS_A_DAY; done += 1) await sendTest();
    expect(await sendTest()).toEqual({ ok: false, reason: 'too-many-tests' });
    trail.time.now += DAY + 1;
    expect(await sendTest()).toMatchObject({ ok: true });
  });

  it('is refused as well when they are all asked for at once', async () => {
    await Promise.all(Array.from({ length: 3 * TESTS_A_DAY }, sendTest));
    expect(post.sentTo().length).toBeLessThanOrEqual(TESTS_A_DAY);
  });

  it('says so when the mail server does not take it', async () => {
    post.refuses = true;
    expect(await sendTest()).toEqual({ ok: false, reason: 'test-not-accepted' });
  });
});
