import { createFormSource } from '../../server/src/adapters/sources/form';
import { createSignUp, type SignUps } from '../../server/src/flows/sign-up';
import { SIGN_UP_LINK_MS, SIGN_UPS_A_DAY } from '../../server/src/domain/subscribers/sign-up';
import {
  createSyncSubscribers,
  type SyncSubscribers,
} from '../../server/src/flows/sync-subscribers';
import type { MimePiece } from '../../server/src/domain/messages/message';
import { silentLog } from '../support/log';
import { createVillage, openTown, type Town } from '../support/people';
import { aPerson } from '../support/person';

const FORM = { id: 'form', list: 'newsletter', wording: '2026-11' };
const EVA = { form: 'form', email: 'Eva@Example.com', name: 'Eva', locale: 'en' };
const DAY = 24 * 60 * 60 * 1000;

describe('signing up by a form', () => {
  const partners = createVillage('partners', 'partners');
  let town: Town;
  let signUp: SignUps;
  let sync: SyncSubscribers;
  let links: string[];
  beforeAll(async () => {
    town = await openTown(createVillage(), partners);
    const all = [...town.sources(), createFormSource(FORM, town.signUps, town.keys)];
    const sources = () => all;
    sync = createSyncSubscribers({ ...town, sources });
    signUp = createSignUp({
      ...{ ...town, forms: [FORM], sourcesOfLists: sources, log: silentLog },
      publicUrl: 'https://site.example',
      senders: async () => [SENDER],
      mail: {
        send: async ({ mime }) => {
          links.push(linkIn(mime));
          return true;
        },
      },
    });
  });
  afterAll(() => town.close());
  beforeEach(() => {
    links = [];
  });
  afterEach(() => town.empty());

  /** The newest link, after whatever was asked for has been written. */
  const asked = async (change: Partial<typeof EVA> = {}): Promise<string> => {
    const count = links.length;
    await signUp.ask({ ...EVA, ...change });
    for (let turn = 0; links.length === count && turn < 50; turn += 1) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    return links.at(-1) ?? '';
  };
  const confirmed = async (token: string): Promise<boolean> => {
    town.pass(1000);
    const isDone = await signUp.confirm(token);
    await settle();
    return isDone;
  };
  const settle = () => sync.drain(() => undefined);
  const leave = async (): Promise<void> => {
    town.pass(1000);
    const hash = town.keys.addressHash('eva@example.com');
    const id = (await town.subscribers.idsOf([hash])).get(hash) ?? '';
    await town.manage.unsubscribe([{ subscriberId: id, how: 'one-click' }]);
    await settle();
    town.pass(1000);
  };

  it('puts who confirmed on the list of the form, and keeps them there', async () => {
    expect(await confirmed(await asked())).toBe(true);
    expect(await town.onList()).toEqual(['Eva@example.com']);
    await sync.reconcile(FORM.id);
    expect(await town.onList()).toEqual(['Eva@example.com']);
    expect(await town.onList('partners')).toEqual([]);
  });

  it('is one person with another spelling, as they said last', async () => {
    await confirmed(await asked());
    await confirmed(await asked({ email: 'EVA@example.com', locale: 'ja' }));
    expect(await town.everybody()).toMatchObject([{ locale: 'ja' }]);
    expect(await town.rows('signUps')).toHaveLength(1);
  });

  it('writes to an address three times a day and says nothing of it', async () => {
    for (let times = 0; times < 2 * SIGN_UPS_A_DAY; times += 1) await asked();
    expect(links).toHaveLength(SIGN_UPS_A_DAY);
    expect(await signUp.ask(EVA)).toEqual({ ok: true, value: null });
    town.pass(DAY + 1);
    await asked();
    expect(links).toHaveLength(SIGN_UPS_A_DAY + 1);
  });

  it('ends with the link after two days', async () => {
    const token = await asked();
    town.pass(SIGN_UP_LINK_MS + 1);
    expect(signUp.look(token)).toBeNull();
    expect(await confirmed(token)).toBe(false);
    expect(await town.onList()).toEqual([]);
  });

  it('is not done again by an old link after they left', async () => {
    const token = await asked();
    await confirmed(token);
    await leave();
    expect(await confirmed(token)).toBe(false);
    expect(await town.onList()).toEqual([]);
  });

  it('brings back who left and asks again, on that list only', async () => {
    partners.move(aPerson({ externalId: 'eva' }));
    await town.reconcile();
    await confirmed(await asked());
    await leave();
    expect(await confirmed(await asked())).toBe(true);
    await town.reconcile();
    expect([await town.onList(), await town.onList('partners')]).toEqual([['Eva@example.com'], []]);
  });

  it('keeps them off a list that named them while they were gone', async () => {
    await confirmed(await asked());
    await leave();
    partners.move(aPerson({ externalId: 'eva' }));
    await town.reconcile();
    await confirmed(await asked());
    await town.note('eva', 'partners');
    await settle();
    await town.reconcile();
    expect([await town.onList(), await town.onList('partners')]).toEqual([['Eva@example.com'], []]);
  });

  it('is told once, however often the button is pressed', async () => {
    const token = await asked();
    for (let times = 0; times < 3; times += 1) expect(await confirmed(token)).toBe(true);
    const told = (await town.rows('audit')).filter(({ act }) => act === 'sign-up.confirm');
    expect(told).toHaveLength(1);
  });

  it('counts the tags of one mailbox together', async () => {
    for (const tag of ['a', 'b', 'c', 'd', 'e']) await asked({ email: `eva+${tag}@example.com` });
    expect(links).toHaveLength(SIGN_UPS_A_DAY);
  });

  it('neither writes to nor brings back who complained', async () => {
    const token = await asked();
    await confirmed(token);
    town.pass(1000);
    const [eva] = await town.everybody();
    await town.manage.stop([eva?.id ?? ''], { how: 'complaint' });
    await settle();
    const before = links.length;
    await asked();
    expect(links).toHaveLength(before);
    expect(await confirmed(token)).toBe(false);
    expect(await town.onList()).toEqual([]);
  });

  it('leaves no count of letters to who was erased, whatever the tag', async () => {
    await confirmed(await asked({ email: 'eva+news@example.com' }));
    const [eva] = await town.everybody();
    await town.manage.eraseSelf(eva?.id ?? '');
    expect(await town.rows('signUpMails')).toEqual([]);
    expect(await town.rows('signUps')).toMatchObject([{ sealed: null, locale: null }]);
  });

  it('forgets how often it wrote to an address, after a day', async () => {
    await asked({ email: 'old@example.com' });
    town.pass(DAY + 1);
    await asked();
    expect(await town.rows('signUpMails')).toMatchObject([
      { mailbox_hash: town.keys.addressHash('eva@example.com'), mails: 1 },
    ]);
  });
});

const SENDER = {
  id: 'gazette',
  name: 'Gazette',
  address: 'news@example.com',
  replyTo: null,
  returnPathDomain: 'example.com',
};

const linkIn = (mime: readonly MimePiece[]): string => {
  const text = mime
    .filter((piece) => typeof piece === 'string')
    .join('')
    .replace(/=\r\n/g, '');
  return /subscribe\/([\w-]+)/.exec(text)?.[1] ?? '';
};
