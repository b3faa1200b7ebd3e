import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { eventually } from '../support/newsroom';
import { bootStrapi, type TestApp } from '../support/strapi';
import { hireSuperAdmin } from '../support/staff';
import { TABLES } from '../../server/src/names';
import { dumpOf, rowsOf, textOf } from '../support/tables';

const KEY = 'a key that only this shop knows, 32+';
const SHOP = {
  ...{ id: 'shop', kind: 'push', list: 'shop', key: KEY },
  attributes: { plan: 'text', since: 'date' },
};
const PATH = '/api/countersign/sources/shop/people';
const GUIDE = join(__dirname, '../../docs/guide/en/push.md');

let app: TestApp;
let chief: Awaited<ReturnType<typeof hireSuperAdmin>>;
let last = 0;
beforeAll(async () => {
  const more = JSON.stringify([SHOP, { ...SHOP, id: 'till' }]);
  app = await bootStrapi({ env: { COUNTERSIGN_MORE_SOURCES: more } });
  chief = await hireSuperAdmin(app, 'Chief');
});
afterAll(() => app.close());

const person = (id: string, change: object = {}) => ({
  ...{ id, email: `${id}@shop.example.test`, name: `Name of ${id}`, consent: true, ...change },
});
const freshKey = (): string => `batch-${(last += 1)}`;
const seconds = (): number => Math.floor(Date.now() / 1000);

interface How {
  readonly key?: string;
  readonly secret?: string;
  readonly at?: number;
  readonly signedFor?: unknown;
  readonly path?: string;
  readonly asOf?: number;
  /** The source that the signature names. */
  readonly source?: string;
}

function push(people: readonly object[], how: How = {}) {
  const { key = freshKey(), secret = KEY, at = seconds(), path = PATH, source = 'shop' } = how;
  const body = { people, asOf: new Date(how.asOf ?? Date.now()).toISOString() };
  const text = `${at}.${source}.${key}.${JSON.stringify(how.signedFor ?? body)}`;
  const signature = createHmac('sha256', secret).update(text).digest('hex');
  return app.nobody
    .post(path)
    .set({ 'Idempotency-Key': key, 'X-Countersign-Signature': `t=${at},v1=${signature}` })
    .send(body);
}

const listOf = async () =>
  (await chief.get('/countersign/lists/shop').expect(200)).body as {
    readonly readers: number;
    readonly sources: [{ readonly leftOut: Record<string, number> }];
  };
const readersBecome = (wanted: number) =>
  eventually(`${wanted} readers`, async () => {
    const { readers } = await listOf();
    return readers === wanted ? true : undefined;
  });
const everything = async (): Promise<string> =>
  [...(await dumpOf(app.strapi)).values()].flat().map(textOf).join('\n');

/** Of whom we were told, those withdrawn not among them. */
const told = () => app.strapi.db.getConnection('countersign_pushed').whereNull('withdrawn_at');

describe('a system that pushes', () => {
  it('puts people on its list, and nobody’s address lies in the clear', async () => {
    const answer = await push([person('ann'), person('bob'), person('cat')]).expect(202);
    expect(answer.body).toEqual({ accepted: 3 });
    await readersBecome(3);
    expect(await everything()).not.toMatch(/@shop\.example\.test|Name of ann/);
  });

  it('takes consent away, gives it again, and takes people off', async () => {
    await push([person('ann', { consent: false }), { id: 'bob', withdrawn: true }]).expect(202);
    await readersBecome(1);
    expect((await listOf()).sources[0].leftOut).toEqual({ 'no-consent': 1 });
    expect(await told().where({ external_id: 'ann' })).toMatchObject([
      { sealed: '', address_hash: null, locale: null },
    ]);
    await push([person('ann'), person('bob')]).expect(202);
    await readersBecome(3);
  });

  it('is heard in the order in which it spoke, not in which it was heard', async () => {
    const early = Date.now() - 60_000;
    await push([{ id: 'ann', withdrawn: true }, person('bob', { consent: false })]).expect(202);
    await readersBecome(1);
    // What never arrived is sent again, with a key nobody has seen.
    await push([person('ann'), person('bob'), person('ian')], { asOf: early }).expect(202);
    await readersBecome(2);
    await push([person('ann'), person('bob'), { id: 'ian', withdrawn: true }]).expect(202);
    await readersBecome(3);
  });

  it('says of people what segments may ask for, as far as the configuration names it', async () => {
    const attributes = { plan: 'Gold', since: '2026-05-01', shoe: 43 };
    await push([person('ann', { attributes })]).expect(202);
    const kept = await eventually('the attributes', async () => {
      const rows = await rowsOf(app.strapi, TABLES.claims);
      const hers = rows.find(({ external_id: id }) => id === 'ann')?.attributes;
      return hers && hers !== '{}' ? hers : undefined;
    });
    expect(JSON.parse(String(kept))).toEqual({ plan: 'Gold', since: Date.parse('2026-05-01') });
    await push([person('bob', { attributes: { plan: {} } })]).expect(422);
    await push([person('ann')]).expect(202);
  });

  it('has what is no address counted, and goes on', async () => {
    await push([person('dan', { email: 'not an address' }), person('eve')]).expect(202);
    await readersBecome(4);
    expect((await listOf()).sources[0].leftOut).toEqual({ 'bad-address': 1 });
    await push([
      { id: 'dan', withdrawn: true },
      { id: 'eve', withdrawn: true },
    ]).expect(202);
    await readersBecome(3);
  });

  it('gets the same answer to the same request, and a no to another one of its key', async () => {
    const same = { key: freshKey(), asOf: Date.now() };
    await push([person('fay')], same).expect(202);
    await push([{ id: 'fay', withdrawn: true }]).expect(202);
    expect((await push([person('fay')], same).expect(202)).body).toEqual({ accepted: 1 });
    const other = await push([person('gus')], same).expect(409);
    expect(other.body).toEqual({ error: { code: 'other-body' } });
    await readersBecome(3);
  });

  it('is refused in one way, whatever is wrong with source, signature or time', async () => {
    const elsewhere = '/api/countersign/sources/nobody/people';
    const refused = [
      await push([person('x')], { path: elsewhere }),
      await push([person('x')], { path: '/api/countersign/sources/till/people' }),
      await push([person('x')], { source: 'till' }),
      await push([person('x')], { secret: 'another key of thirty-two characters' }),
      await push([person('x')], { signedFor: { people: [person('y')] } }),
      await push([person('x')], { at: seconds() - 301 }),
      await push([person('x')], { at: seconds() + 302 }),
      await app.nobody.post(PATH, { people: [person('x')] }),
    ];
    for (const { status, body } of refused) {
      expect([status, body]).toEqual([401, { error: { code: 'not-signed' } }]);
    }
  });

  it('is told which of the rules a request breaks', async () => {
    const many = Array.from({ length: 1001 }, (_, n) => person(`m${n}`));
    await push(many).expect(413);
    await push([person('x')], { key: 'no key!' }).expect(400);
    for (const id of ['*', 'a ', ' a', 'a\u0000', 'a\n']) await push([person(id)]).expect(422);
    const named = await push([person('x'), person('ann@shop.example.test')]).expect(422);
    expect(named.body).toEqual({ error: { code: 'address-as-id' } });
    await push([]).expect(422);
    await push([person('x', { admin: true })]).expect(422);
    await push([person('x', { consent: 'yes' })]).expect(422);
    await push([{ id: 'x', withdrawn: false }]).expect(422);
    for (const asOf of [Date.now() - 25 * 3600_000, Date.now() + 301_000]) {
      const { body } = await push([person('x')], { asOf }).expect(422);
      expect(body).toEqual({ error: { code: 'as-of' } });
    }
    await push(many.slice(0, 1000).map(({ id }) => ({ id, withdrawn: true }))).expect(202);
    await readersBecome(3);
  });

  it('never brings back who was erased', async () => {
    const { body } = await chief.get('/countersign/subscribers?list=shop').expect(200);
    const rows = body.results as { id: string }[];
    for (const { id } of rows) {
      await chief.post(`/countersign/subscribers/${id}/erase`, { reason: 'asked for it' });
    }
    await readersBecome(0);
    expect(await told()).toEqual([]);
    await push([person('ann'), person('bob'), person('cat')]).expect(202);
    await push([person('zoe')]).expect(202);
    await readersBecome(1);
    expect(await told()).toMatchObject([{ external_id: 'zoe' }]);
  });

  it('can be written as the guide has it', async () => {
    const [, code = ''] = /```js\n([\s\S]*?)```/.exec(readFileSync(GUIDE, 'utf8')) ?? [];
    const { port } = app.strapi.server.httpServer.address() as AddressInfo;
    const written = code.replace(/^import .*\n/gm, '').replace(/^export /m, '');
    const pushPeople = new Function('createHmac', `${written}; return pushPeople;`)(createHmac);
    const people = [person('hal')];
    const url = `http://127.0.0.1:${port}${PATH}`;
    const asOf = new Date().toISOString();
    const batch = { key: KEY, source: 'shop', batch: freshKey(), people, asOf };
    expect(await pushPeople({ url, ...batch })).toEqual({ accepted: 1 });
    await readersBecome(2);
  });
});
