import type { Permission } from '../../server/src/names';
import { TABLES } from '../../server/src/names';
import { codeOf, saidBy } from '../support/arrivals';
import { eventually, openNewsroom, readersOf, signUp, type Newsroom } from '../support/newsroom';
import { hire, type Colleague } from '../support/staff';
import { bootStrapi, type TestApp } from '../support/strapi';
import { dumpOf, rowsOf, textOf } from '../support/tables';

const RIGHTS: readonly Permission[] = ['subscriber.read', 'subscriber.write'];
const HERE = '/countersign/suppression-imports';
const WISH = { reason: 'Exported from the old tool', because: 'unsubscribed' };
const OLD = '@old.example.test';
const READERS = '@readers.example.test';
const FILE = `email,date\nann${READERS},2024\n${Array.from({ length: 6 }, (_, n) => `r${n}${OLD},`).join('\n')}\nnobody\n`;

let app: TestApp;
let room: Newsroom;
let clerk: Colleague;
let second: Colleague;

beforeAll(async () => {
  app = await bootStrapi();
  room = await openNewsroom(app);
  clerk = await hire(app, 'Clerk', RIGHTS);
  second = await hire(app, 'Second', RIGHTS);
  await signUp(app.strapi, [
    { email: `ann${READERS}`, name: 'Ann', language: 'en' },
    { email: `ben${READERS}`, name: 'Ben', language: 'en' },
  ]);
  await readersOf(room.operator, 2);
});
afterAll(() => app.close());

const at = (id: string, act: string) => `${HERE}/${id}/${act}`;

async function asked(lines = FILE): Promise<string> {
  const { body } = await clerk.post(HERE, WISH).expect(201);
  await clerk.post(at(body.id, 'lines'), { lines }).expect(200);
  await clerk.post(at(body.id, 'submit')).expect(200);
  return body.id;
}

describe('a file of suppressions', () => {
  it('counts once a second person has allowed it, and is told of without an address', async () => {
    const id = await asked();
    expect(saidBy(await clerk.post(at(id, 'allow')))).toEqual([403, 'own-import']);
    const { body: seen } = await second.get(HERE).expect(200);
    expect(seen.results[0]).toMatchObject({
      ...{ state: 'asked', stateText: 'Waits for a second person', because: 'unsubscribed' },
      ...{ addresses: 7, unreadable: 1, askedBy: { name: 'Clerk Example' } },
      ...{ mayAllow: { allowed: true }, mayWithdraw: { allowed: false } },
    });
    expect(JSON.stringify(seen)).not.toContain(OLD);
    const everything = [...(await dumpOf(app.strapi)).values()].flat().map(textOf).join('\n');
    expect(everything).not.toContain(OLD);

    await second.post(at(id, 'allow')).expect(200);
    await eventually('all of it to be suppressed', async () => {
      const { body } = await second.get(HERE);
      return body.results[0].state === 'done' ? true : undefined;
    });
    const { body: readers } = await second.get('/countersign/subscribers').expect(200);
    expect(
      readers.results.map(({ suppressed }: { suppressed: string }) => suppressed).sort(),
    ).toEqual([null, 'unsubscribed']);
    const { body: kept } = await second.get('/countersign/suppressions').expect(200);
    expect(kept.results).toHaveLength(7);
    expect(kept.results[0]).toMatchObject({ source: 'import', note: WISH.reason });
    expect(await rowsOf(app.strapi, TABLES.importedAddresses)).toEqual([]);
  });

  it('tells how many of it are known to who may see addresses, where neither kind is a few people', async () => {
    const fresh = Array.from({ length: 5 }, (_, n) => `new${n}${OLD}`).join('\n');
    const known = async (lines: string): Promise<unknown> => {
      const id = await asked(lines);
      const { body: seen } = await room.chief.get(HERE).expect(200);
      const { body } = await clerk.post(at(id, 'withdraw')).expect(200);
      return [seen.results[0].known, body.known];
    };
    expect(await known(`r0${OLD}`)).toEqual([null, null]);
    expect(await known(`x${OLD}\n${FILE}`)).toEqual([null, null]);
    // Whoever suppressed the others would learn of one more whether it is.
    expect(await known(`${fresh}\n${FILE}`)).toEqual([7, null]);
  });

  it('is nothing for who may not change subscribers, nor for more than fits in one request', async () => {
    const looker = await hire(app, 'Looker', ['subscriber.read']);
    expect(codeOf(await looker.get(HERE))).toBe('not-permitted');
    expect(codeOf(await looker.post(HERE, WISH))).toBe('not-permitted');
    const { body } = await clerk.post(HERE, WISH).expect(201);
    const lines = 'a'.repeat(250_001);
    expect(saidBy(await clerk.post(at(body.id, 'lines'), { lines }))).toEqual([
      422,
      'invalid-request',
    ]);
    expect(saidBy(await clerk.post(at(body.id, 'submit')))).toEqual([422, 'import-empty']);
    expect(saidBy(await clerk.post(at('none', 'submit')))).toEqual([404, 'no-such-import']);
  });
});
