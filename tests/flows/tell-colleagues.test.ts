import { createNoticeLedger } from '../../server/src/adapters/store/notices';
import type { Sender } from '../../server/src/domain/campaigns/senders';
import { normaliseAddress } from '../../server/src/domain/subscribers/address';
import { createTellColleagues } from '../../server/src/flows/tell-colleagues';
import { asking } from '../support/asking';
import { DAY, NOON } from '../support/editions';
import { openOffice, type Office } from '../support/editorial-office';
import { createPost } from '../support/post';

const SENDER: Sender = {
  ...{ id: 'gazette', name: 'Gazette', address: 'news@example.com' },
  ...{ replyTo: null, returnPathDomain: 'example.com' },
};
const SEEN = { readersShown: 3 };

let office: Office;
let post: ReturnType<typeof createPost>;
/** Who confirmed their address. */
let confirmed: Set<string>;

beforeEach(async () => {
  office = await openOffice();
  post = createPost(office.clock);
  confirmed = new Set(['ann', 'bob', 'cat']);
});
afterEach(() => office.close());

const addressOf = async (person: string) => {
  const address = normaliseAddress(`${person}@example.com`);
  if (!address.ok || !confirmed.has(person)) return null;
  return { ...address.value, language: person === 'cat' ? 'ja-JP' : null };
};

const teller = () =>
  createTellColleagues({
    ...{ editions: office.editions, decisions: office.decisions, clock: office.clock },
    colleagues: office.reviewDeps.colleagues,
    notices: createNoticeLedger(office.db),
    mail: post.mail,
    confirmed: addressOf,
    senders: async () => [SENDER],
    mayCountersign: async (id, person) =>
      (await office.reviewing.obstacle(id, asking(person))) === null,
    linkTo: (occasion, { id }) => `https://cms.example.com/${occasion}/${id}`,
  });

const tell = () => teller()();
/** To whom, and what about, as the link says. */
const told = () =>
  post.caught
    .map(({ to, bytes }) => {
      const text = bytes.replace(/=\r\n/g, '');
      return `${to} ${/cms\.example\.com\/([a-z-]+)\//.exec(text)?.[1] ?? 'nothing'}`;
    })
    .sort();

describe('a review that waits', () => {
  it('is told to everybody who may countersign it, and not to a hand of it', async () => {
    await office.submitted();
    await tell();
    expect(told()).toEqual(['bob@example.com waits', 'cat@example.com waits']);
  });

  it('is told once, however often and in however many processes one looks', async () => {
    await office.submitted();
    await Promise.all([tell(), tell(), tell()]);
    await tell();
    expect(told()).toHaveLength(2);
  });

  it('is not told to an address that its owner has not confirmed, and is once they have', async () => {
    confirmed = new Set(['cat']);
    await office.submitted();
    await tell();
    expect(told()).toEqual(['cat@example.com waits']);
    confirmed.add('bob');
    await tell();
    expect(told()).toEqual(['bob@example.com waits', 'cat@example.com waits']);
  });

  it('is told by a fixed text in the language of the account, without a word of the campaign', async () => {
    const { name } = await office.submitted();
    await tell();
    const [bob, cat] = ['bob', 'cat'].map(
      (who) => post.caught.find(({ to }) => to.startsWith(who))?.bytes,
    );
    expect(bob).toContain('Subject: A newsletter waits for your approval\r\n');
    expect(cat).toMatch(/^Subject: =\?UTF-8\?B\?/m);
    expect(bob).not.toContain(name);
  });

  it('is told again a day before it ends, once, and not after that', async () => {
    const { expiresAt } = await office.submitted();
    confirmed = new Set(['bob']);
    await tell();
    office.world.now = expiresAt - DAY;
    await tell();
    await tell();
    office.world.now = expiresAt;
    await tell();
    expect(told()).toEqual(['bob@example.com ends-soon', 'bob@example.com waits']);
  });
});

describe('a decision', () => {
  it('is told to who submitted it when it is approved', async () => {
    const { id } = await office.submitted();
    await office.reviewing.approve(id, asking('bob'), SEEN);
    await tell();
    await tell();
    expect(told()).toEqual(['ann@example.com approved']);
  });

  it('is told when it is sent back, without the reason', async () => {
    const { id } = await office.submitted();
    await office.reviewing.sendBack(id, asking('bob'), { reason: 'Wrong-prices' });
    await tell();
    expect(told()).toEqual(['ann@example.com sent-back']);
    expect(post.caught[0]?.bytes).not.toContain('Wrong-prices');
  });

  it('is no news any more after a day', async () => {
    const { id } = await office.submitted();
    await office.reviewing.approve(id, asking('bob'), SEEN);
    office.world.now = NOON + DAY + 1;
    await tell();
    expect(told()).toEqual([]);
  });
});
