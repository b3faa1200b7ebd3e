import type { Endpoint } from '../../server/src/contracts/endpoint';
import { ENDPOINTS } from '../../server/src/contracts/endpoints';
import { PERMISSIONS, TABLES, USER_UID } from '../../server/src/names';
import { hireOn } from '../support/conditions';
import { send } from '../support/gate/door';
import {
  campaignAt,
  eventually,
  openNewsroom,
  submit,
  writeCampaign,
  type Newsroom,
} from '../support/newsroom';
import type { Colleague } from '../support/staff';
import { bootStrapi, type TestApp } from '../support/strapi';

/** The same users once more: who reads Japanese is on a list of its own. */
const JAPANESE = {
  id: 'japanese',
  contentType: USER_UID,
  list: 'japanese',
  fields: { email: 'email', consent: { field: 'language', is: ['ja'] } },
};

// Of the playground's own code.
const ONE_LIST = 'api::newsletter-readers';
const CAMPAIGNS_TO_IT = 'api::newsletter-campaigns';
const OWN = 'plugin::countersign.own-campaigns';

let app: TestApp;
let room: Newsroom;
/** Holds everything there is, for one list only. */
let keeper: Colleague;
/** Ids by first name: Ann is on both lists, Bo on the keeper's, Cem on the other. */
let people: Readonly<Record<string, string>>;

beforeAll(async () => {
  const more = JSON.stringify([JAPANESE]);
  app = await bootStrapi({ env: { COUNTERSIGN_MORE_SOURCES: more, COUNTERSIGN_EXPORTS: 'on' } });
  room = await openNewsroom(app);
  for (const [name, newsletterConsent, language] of [
    ['ann', true, 'ja'],
    ['bo', true, 'en'],
    ['cem', false, 'ja'],
  ] as const) {
    const data = { email: `${name}@readers.example.test`, username: name, provider: 'local' };
    await app.strapi.db
      .query(USER_UID)
      .create({ data: { ...data, newsletterConsent, language, confirmed: true, blocked: false } });
  }
  people = await eventually('four memberships', async () => {
    const { body } = await room.chief.get('/countersign/subscribers');
    const found: { id: string; label: string; lists: string[] }[] = body.results ?? [];
    if (found.flatMap(({ lists }) => lists).length !== 4) return undefined;
    return Object.fromEntries(found.map(({ id, label }) => [label.slice(0, 1), id]));
  });
  keeper = await hireOn(app, 'Kit', { condition: ONE_LIST, permissions: PERMISSIONS });
});

afterAll(() => app.close());

const ABOUT_READERS = Object.entries<Endpoint>(ENDPOINTS).filter(([, { about }]) =>
  ['subscriber', 'list'].includes(String(about)),
);

const at = ({ path, about }: Endpoint, which: { subscriber?: string; list: string }): string =>
  `/countersign${path.replace(':id', (about === 'list' ? which.list : which.subscriber) ?? '')}`;

const SENT = { reason: 'They asked me.', run: 'no-run' };

/** No run has stopped that could be answered. */
const IS_ANSWER: readonly string[] = ['lists.letGo', 'lists.keep'];

describe.each(ABOUT_READERS)('%s', (name, endpoint) => {
  const ask = (path: string) => send(keeper, endpoint.method, path, SENT);

  it('is closed to a role that holds the right on another list', async () => {
    const { status, body } = await ask(at(endpoint, { subscriber: people.c, list: 'japanese' }));
    expect([status, body.error?.details?.code]).toEqual([403, 'not-permitted']);
  });

  it('says no more of nobody than of those on another list', async () => {
    const nobody = at(endpoint, { subscriber: '987654', list: 'nowhere' });
    expect((await ask(nobody)).status).toBe(403);
  });

  it('is open to it on its own', async () => {
    const { status } = await ask(at(endpoint, { subscriber: people.b, list: 'newsletter' }));
    expect(status).toBe(IS_ANSWER.includes(name) ? 409 : endpoint.status);
  });
});

it('shows a role the people and the lists it holds the right on, page by page', async () => {
  const idsAt = async (path: string): Promise<string[]> =>
    (await keeper.get(`/countersign/${path}`).expect(200)).body.results.map(
      ({ id }: { id: string }) => id,
    );
  expect(await idsAt('subscribers?list=japanese')).toEqual([people.a]);
  expect(await idsAt('subscribers?limit=1')).toEqual([people.a]);
  expect(await idsAt('lists')).toEqual(['newsletter']);
});

it('lets a role that may reveal on one list find by a rare domain nobody of another', async () => {
  const mixed = await hireOn(app, 'Mia', {
    ...{ condition: ONE_LIST, permissions: ['subscriber.reveal'] },
    everywhere: ['subscriber.read'],
  });
  const seenOf = async (who: Colleague, path: string): Promise<readonly boolean[]> => {
    const { body } = await who.get(`/countersign/${path}`).expect(200);
    const ids = body.results.map(({ id }: { id: string }) => id);
    return [people.a, people.c].map((id) => ids.includes(id));
  };
  expect(await seenOf(mixed, 'subscribers')).toEqual([true, true]);
  const rare = 'subscribers?who=readers.example.test';
  expect(await seenOf(mixed, rare)).toEqual([true, false]);
  expect(await seenOf(room.chief, rare)).toEqual([true, true]);
});

it('holds a right to export to its list, also for an export that somebody else has asked for', async () => {
  const asked = async (list: string): Promise<string> => {
    const reason = { reason: 'The printer wants labels' };
    const { body } = await room.chief.post(`/countersign/lists/${list}/exports`, reason);
    return body.id;
  };
  const [own, another] = [await asked('newsletter'), await asked('japanese')];
  const { body } = await keeper.get('/countersign/exports').expect(200);
  const seen = body.results.map(({ id }: { id: string }) => id);
  expect([seen.includes(own), seen.includes(another)]).toEqual([true, false]);
  for (const act of ['allow', 'refuse', 'withdraw', 'download']) {
    await keeper.post(`/countersign/exports/${another}/${act}`).expect(403);
  }
  await keeper.post(`/countersign/exports/${own}/allow`).expect(200);
  await room.chief.post(`/countersign/exports/${own}/download`).expect(200);
});

it('is not opened by a condition that speaks of campaigns', async () => {
  const others = await hireOn(app, 'Una', {
    condition: 'plugin::countersign.others-campaigns',
    permissions: PERMISSIONS,
  });
  const { body } = await others.get('/countersign/subscribers').expect(200);
  expect(body.results).toEqual([]);
  await others.get(`/countersign/subscribers/${people.a}`).expect(403);
});

/** As if this had gone out to these readers. */
async function delivered(edition_id: string, readers: readonly (string | undefined)[]) {
  const rowsOf = (table: string) => app.strapi.db.getConnection(table);
  const batch = { id: 1, freeze_id: 'a-freeze', state: 'done', due_at: 0, fence: 0 };
  await rowsOf(TABLES.editions).where({ id: edition_id }).update({ freeze_id: batch.freeze_id });
  await rowsOf(TABLES.batches).insert({ ...batch, edition_id, size: readers.length });
  const delivery = {
    edition_id,
    batch_id: 1,
    locale: 'en',
    state: 'accepted',
    fence: 0,
    attempt: 1,
  };
  const rows = readers.map((reader) => ({ ...delivery, subscriber_id: Number(reader) }));
  await rowsOf(TABLES.deliveries).insert(rows);
}

describe('what is about a campaign', () => {
  /** Sees readers of their own campaigns, as far as a condition goes. */
  let olu: Colleague;
  /** Sees who is on one list. */
  let lea: Colleague;
  let campaign: string;
  let edition: string;
  beforeAll(async () => {
    olu = await hireOn(app, 'Olu', {
      ...{ condition: OWN, permissions: ['subscriber.read', 'subscriber.reveal'] },
      everywhere: ['campaign.read', 'campaign.write', 'campaign.submit'],
    });
    lea = await hireOn(app, 'Lea', {
      ...{ condition: ONE_LIST, permissions: ['subscriber.read'] },
      everywhere: ['campaign.read'],
    });
    const segment = { name: 'Everybody', rule: { kind: 'list', list: 'newsletter' } };
    const { body } = await room.chief.post('/countersign/segments', segment).expect(201);
    campaign = await writeCampaign(olu);
    const audience = { include: ['newsletter'], exclude: [], segments: [body.id] };
    await olu.put(campaignAt(campaign), { audience }).expect(200);
    edition = (await submit(olu, campaign)).id;
    await delivered(edition, [people.a, people.c]);
  });

  it.each([
    ['as it is now', () => `campaigns/${campaign}/preview?subscriber=`],
    ['as it is frozen', () => `editions/${edition}/message?reader=`],
  ])('shows its message %s as no reader gets it whom a role sees not', async (_, path) => {
    const statusFor = async (who: Colleague, reader?: string) =>
      (await who.get(`/countersign/${path()}${reader}`)).status;
    expect(await statusFor(olu, people.a)).toBe(403);
    expect([await statusFor(lea, people.a), await statusFor(lea, people.c)]).toEqual([200, 403]);
    expect(await statusFor(room.chief, people.c)).toBe(200);
  });

  it('lists its deliveries without readers whom a role sees not', async () => {
    const seenBy = async (who: Colleague): Promise<string[]> => {
      const { body } = await who.get(`/countersign/editions/${edition}/deliveries`).expect(200);
      return body.results.map(({ subscriber }: { subscriber: { id: string } }) => subscriber.id);
    };
    expect(await seenBy(olu)).toEqual([]);
    expect(await seenBy(lea)).toEqual([people.a]);
    expect(await seenBy(room.chief)).toEqual([people.a, people.c]);
  });

  it('counts to the reader only for who may reveal everybody', async () => {
    const isExactFor = async (who: Colleague): Promise<boolean> =>
      (await who.get(`/countersign/campaigns/${campaign}`).expect(200)).body.audience.isExact;
    expect([await isExactFor(olu), await isExactFor(room.chief)]).toEqual([false, true]);
  });
});

it('can hold a right on campaigns to certain lists', async () => {
  const campaign = await writeCampaign(room.author);
  const narrowed = { condition: CAMPAIGNS_TO_IT, permissions: ['campaign.read'] as const };
  const reader = await hireOn(app, 'Rio', narrowed);
  await reader.get(`/countersign/campaigns/${campaign}`).expect(200);
  const elsewhere = { audience: { include: ['japanese'], exclude: [] } };
  await room.author.put(campaignAt(campaign, 'ja'), elsewhere).expect(200);
  await reader.get(`/countersign/campaigns/${campaign}`).expect(403);
});
