import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { eventually } from '../support/newsroom';
import { bootStrapi, type TestApp } from '../support/strapi';
import { hireSuperAdmin } from '../support/staff';
import { dumpOf, textOf } from '../support/tables';

const KEY = 'a key that only this shop knows, 32+';
const SHOP = { id: 'shop', kind: 'push', list: 'shop', key: KEY };
const PATH = '/api/countersign/sources/shop/people';
const GUIDE = join(__dirname, '../../docs/guide/en/push.md');

let app: TestApp;
let chief: Awaited<ReturnType<typeof hireSuperAdmin>>;
let last = 0;
beforeAll(async () => {
  app = await bootStrapi({ env: { COUNTERSIGN_MORE_SOURCES: JSON.stringify([SHOP]) } });
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
}

function push(people: readonly object[], how: How = {}) {
  const { key = freshKey(), secret = KEY, at = seconds(), path = PATH } = how;
  const body = { people };
  const text = `${at}.${key}.${JSON.stringify(how.signedFor ?? body)}`;
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
    await push([person('ann'), person('bob')]).expect(202);
    await readersBecome(3);
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
    const key = freshKey();
    await push([person('fay')], { key }).expect(202);
    await push([{ id: 'fay', withdrawn: true }]).expect(202);
    expect((await push([person('fay')], { key }).expect(202)).body).toEqual({ accepted: 1 });
    const other = await push([person('gus')], { key }).expect(409);
    expect(other.body).toEqual({ error: { code: 'other-body' } });
    await readersBecome(3);
  });

  it('is refused in one way, whatever is wrong with source, signature or time', async () => {
    const elsewhere = '/api/countersign/sources/nobody/people';
    const refused = [
      await push([person('x')], { path: elsewhere }),
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
    await push([]).expect(422);
    await push([person('x', { admin: true })]).expect(422);
    await push([person('x', { consent: 'yes' })]).expect(422);
    await push([{ id: 'x', withdrawn: false }]).expect(422);
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
    expect(await app.strapi.db.getConnection('countersign_pushed').select()).toEqual([]);
    await push([person('ann'), person('bob'), person('cat')]).expect(202);
    await push([person('zoe')]).expect(202);
    await readersBecome(1);
    const kept = await app.strapi.db.getConnection('countersign_pushed').select('external_id');
    expect(kept).toEqual([{ external_id: 'zoe' }]);
  });

  it('can be written as the guide has it', async () => {
    const [, code = ''] = /```js\n([\s\S]*?)```/.exec(readFileSync(GUIDE, 'utf8')) ?? [];
    const { port } = app.strapi.server.httpServer.address() as AddressInfo;
    const written = code.replace(/^import .*\n/gm, '').replace(/^export /m, '');
    const pushPeople = new Function('createHmac', `${written}; return pushPeople;`)(createHmac);
    const people = [person('hal')];
    const url = `http://127.0.0.1:${port}${PATH}`;
    expect(await pushPeople({ url, key: KEY, batch: freshKey(), people })).toEqual({ accepted: 1 });
    await readersBecome(2);
  });
});
