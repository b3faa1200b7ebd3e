import { createConfirmationStore } from '../../server/src/adapters/store/confirmations';
import { createConfirmAddress, LINKS_A_DAY } from '../../server/src/flows/confirm-address';
import { normaliseAddress } from '../../server/src/domain/subscribers/address';
import type { ColleagueAddress } from '../../server/src/ports';
import { TABLES } from '../../server/src/names';
import { asking } from '../support/asking';
import { openDatabase, type TestDatabase } from '../support/database';
import { DAY } from '../support/editions';
import { createPost } from '../support/post';
import { auditKeys, openTrail } from '../support/trail';

let database: TestDatabase;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());

const addressed = (address: string, language: string | null): ColleagueAddress => {
  const read = normaliseAddress(address);
  if (!read.ok) throw new Error(read.reason);
  return { ...read.value, language };
};

const SENDER = {
  ...{ id: 'gazette', name: 'Gazette', address: 'news@example.com' },
  ...{ replyTo: null, returnPathDomain: 'example.com' },
};

/** Ann and Bob, whose accounts are at addresses that nobody has confirmed. */
async function openDesk() {
  const trail = await openTrail(database);
  await database.db.within((k) => database.db.table(k, TABLES.confirmations).delete());
  const accounts = new Map([
    ['ann', addressed('Ann@example.com', null)],
    ['bob', addressed('bob@example.com', 'ja')],
  ]);
  const post = createPost(trail.deps.clock);
  const confirmations = createConfirmationStore(database.db);
  const confirming = createConfirmAddress({
    ...{ confirmations, mail: post.mail, keys: auditKeys, audit: trail.audit },
    ...{ transactions: trail.transactions, clock: trail.deps.clock },
    addresses: { of: async (person) => accounts.get(person) ?? null },
    senders: async () => [SENDER],
    publicUrl: 'https://cms.example.com',
  });
  /** The token of the link in the newest mail. */
  const tokenSent = (): string => {
    const text = String(post.caught.at(-1)?.bytes).replace(/=\r\n/g, '');
    return /confirm-address\/(\S+)/.exec(text)?.[1] ?? '';
  };
  return { trail, accounts, post, confirmations, confirming, tokenSent };
}

const FROM = { door: 'public', ip: '192.0.2.7' } as const;

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeEach(async () => {
  desk = await openDesk();
});

describe('the address of an admin account', () => {
  it('counts as confirmed once its owner has pressed the button behind the link', async () => {
    const { confirming, tokenSent, post } = desk;
    expect(await confirming.confirmed('ann')).toBeNull();
    expect(await confirming.sendLink(asking('ann'))).toBe('address-not-confirmed');
    expect(post.sentTo()).toEqual(['Ann@example.com']);
    expect(await confirming.confirm(tokenSent(), FROM)).toBe(true);
    expect(await confirming.confirmed('ann')).toMatchObject({ address: 'Ann@example.com' });
  });

  it('is not confirmed by looking at the page, which mail scanners do', async () => {
    const { confirming, tokenSent } = desk;
    await confirming.sendLink(asking('bob'));
    expect(await confirming.look(tokenSent())).toEqual({ language: 'ja' });
    expect(await confirming.confirmed('bob')).toBeNull();
  });

  it('is no longer confirmed when the account gets another, and is again with the old one', async () => {
    const { confirming, tokenSent, accounts } = desk;
    await confirming.sendLink(asking('ann'));
    await confirming.confirm(tokenSent(), FROM);
    accounts.set('ann', addressed('somebody@elsewhere.example', null));
    expect(await confirming.confirmed('ann')).toBeNull();
    accounts.set('ann', addressed('ANN@EXAMPLE.com', null));
    expect(await confirming.confirmed('ann')).not.toBeNull();
  });

  it('is not confirmed by a row that somebody copied or wrote themselves', async () => {
    const { confirming, tokenSent, confirmations, trail } = desk;
    await confirming.sendLink(asking('ann'));
    await confirming.confirm(tokenSent(), FROM);
    const own = await confirmations.find('ann');
    const confirmedAt = trail.time.now;
    await confirmations.put({ person: 'bob', confirmedAt, seal: own?.seal ?? '' });
    expect(await confirming.confirmed('bob')).toBeNull();
    await confirmations.put({ person: 'bob', confirmedAt, seal: 'k1.made-up' });
    expect(await confirming.confirmed('bob')).toBeNull();
  });

  it('is nothing while the account is gone or switched off', async () => {
    const { confirming, tokenSent, accounts } = desk;
    await confirming.sendLink(asking('ann'));
    await confirming.confirm(tokenSent(), FROM);
    accounts.delete('ann');
    expect(await confirming.confirmed('ann')).toBeNull();
    expect(await confirming.sendLink(asking('ann'))).toBe('not-in-person');
  });
});

describe('the link', () => {
  it('ends after a day', async () => {
    const { confirming, tokenSent, trail } = desk;
    await confirming.sendLink(asking('ann'));
    trail.time.now += DAY;
    expect(await confirming.look(tokenSent())).not.toBeNull();
    trail.time.now += 1;
    expect(await confirming.look(tokenSent())).toBeNull();
    expect(await confirming.confirm(tokenSent(), FROM)).toBe(false);
  });

  it('is dead when the account has got another address since', async () => {
    const { confirming, tokenSent, accounts } = desk;
    await confirming.sendLink(asking('ann'));
    accounts.set('ann', addressed('somebody@elsewhere.example', null));
    expect(await confirming.confirm(tokenSent(), FROM)).toBe(false);
    expect(await confirming.confirmed('ann')).toBeNull();
  });

  it('cannot be made into one of another person, of another time, or out of nothing', async () => {
    const { confirming, tokenSent } = desk;
    await confirming.sendLink(asking('ann'));
    const [version, , end, ...signature] = tokenSent().split('.');
    const tried = [
      [version, 'bob', end, ...signature],
      [version, 'ann', 'zzzzzzzzz', ...signature],
      [version, 'ann', end, 'k1', 'AAAA'],
      [version, 'ann', end, 'k9', 'AAAA'],
      ['', 'ann', end],
      [],
    ];
    for (const parts of tried) expect(await confirming.look(parts.join('.'))).toBeNull();
  });

  it('holds no address, and neither do our table and the audit trail', async () => {
    const { confirming, tokenSent, trail } = desk;
    await confirming.sendLink(asking('ann'));
    await confirming.confirm(tokenSent(), FROM);
    await confirming.confirm(tokenSent(), FROM);
    const held = await database.db.read((k) => database.db.table(k, TABLES.confirmations).select());
    const told = await trail.audit.list({ limit: 10 });
    expect(told.map(({ act, person, door }) => [act, person, door])).toEqual([
      ['address.confirm', 'ann', 'public'],
      ['address.ask', 'ann', 'admin'],
    ]);
    expect(JSON.stringify([tokenSent(), held, told])).not.toMatch(/example/i);
  });

  it('is sent in the language of the account, by a mail that no vacation program answers', async () => {
    const { confirming, post } = desk;
    await confirming.sendLink(asking('bob'));
    const [mail] = post.caught;
    expect(mail?.bytes).toContain('Auto-Submitted: auto-generated\r\n');
    expect(mail?.bytes).toContain('Content-Type: text/plain; charset=utf-8\r\n');
    expect(mail?.bytes).toMatch(/^Subject: =\?UTF-8\?B\?/m);
  });

  it(`is sent ${LINKS_A_DAY} times a day and no more, however many are asked for at once`, async () => {
    const { confirming, post, trail } = desk;
    await Promise.all(Array.from({ length: 9 }, () => confirming.sendLink(asking('ann'))));
    expect(post.caught.length).toBeLessThanOrEqual(LINKS_A_DAY);
    expect(await confirming.sendLink(asking('ann'))).toBe('too-many-links');
    expect(await confirming.sendLink(asking('bob'))).toBe('address-not-confirmed');
    trail.time.now += DAY + 1;
    expect(await confirming.sendLink(asking('ann'))).toBe('address-not-confirmed');
  });

  it('is not said to be sent when the mail server does not take it', async () => {
    desk.post.refuses = true;
    expect(await desk.confirming.sendLink(asking('ann'))).toBe('link-not-accepted');
  });
});
