import type { Permission } from '../../server/src/names';
import { codeOf, saidBy } from '../support/arrivals';
import { openNewsroom, readersOf, signUp } from '../support/newsroom';
import { hire, type Colleague } from '../support/staff';
import { bootStrapi, type TestApp } from '../support/strapi';
import { rowsOf } from '../support/tables';
import { TABLES } from '../../server/src/names';

const READERS = '@readers.example.test';
const RIGHTS: readonly Permission[] = ['list.read', 'subscriber.read', 'subscriber.export'];
const ASK = '/countersign/lists/newsletter/exports';
const BECAUSE = { reason: 'The printer wants labels' };

describe('an export, where the site owner has turned them on', () => {
  let app: TestApp;
  let clerk: Colleague;
  let second: Colleague;
  let operator: Colleague;
  beforeAll(async () => {
    app = await bootStrapi({ env: { COUNTERSIGN_EXPORTS: 'on' } });
    ({ operator } = await openNewsroom(app));
    clerk = await hire(app, 'Clerk', RIGHTS);
    second = await hire(app, 'Second', RIGHTS);
    // One after the other: who comes together comes in the order of their documents' ids, which is chance.
    await signUp(app.strapi, [{ email: `ann${READERS}`, name: '=1+1', language: 'en' }]);
    await readersOf(operator, 1);
    await signUp(app.strapi, [{ email: `ben${READERS}`, name: '山田, 花子', language: 'ja' }]);
    await readersOf(operator, 2);
  });
  afterAll(() => app.close());

  const asked = async (): Promise<string> => {
    const { body } = await clerk.post(ASK, BECAUSE).expect(201);
    return body.id;
  };
  const at = (id: string, act: string) => `/countersign/exports/${id}/${act}`;

  it('takes a second person, and then is a file for the first, three times', async () => {
    const id = await asked();
    expect(saidBy(await clerk.post(at(id, 'allow')))).toEqual([403, 'own-export']);
    expect(saidBy(await clerk.post(at(id, 'download')))).toEqual([409, 'export-not-allowed']);
    const { body } = await second.post(at(id, 'allow')).expect(200);
    expect(body).toMatchObject({
      ...{ state: 'allowed', readers: 2, downloadsLeft: 3, listName: 'Newsletter' },
      ...{ askedBy: { name: 'Clerk Example' }, decidedBy: { name: 'Second Example' } },
    });
    expect(saidBy(await second.post(at(id, 'download')))).toEqual([403, 'not-your-export']);

    const answer = await clerk.post(at(id, 'download')).buffer(true).expect(200);
    expect(answer.headers).toMatchObject({
      'cache-control': 'no-store',
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="export-${id}.csv"`,
      'x-content-type-options': 'nosniff',
    });
    const lines = answer.text.split('\r\n');
    expect(lines[0]).toBe('\uFEFFaddress,name,locale,on the list since,export');
    expect(lines[1]).toMatch(new RegExp(`^ann${READERS},'=1\\+1,en,\\d{4}-\\S+Z,${id}$`));
    expect(lines[2]).toMatch(new RegExp(`^ben${READERS},"山田, 花子",ja,\\S+Z,${id}$`));
    expect(lines).toHaveLength(4);

    await clerk.post(at(id, 'download')).expect(200);
    await clerk.post(at(id, 'download')).expect(200);
    expect(saidBy(await clerk.post(at(id, 'download')))).toEqual([409, 'export-over']);
  });

  it('breaks off where a reader cannot be opened, and never ends as if it were whole', async () => {
    const id = await asked();
    await second.post(at(id, 'allow')).expect(200);
    const subscribers = () => app.strapi.db.getConnection(TABLES.subscribers);
    const [row] = await subscribers().select('id', 'sealed').orderBy('id');
    await subscribers().where({ id: row.id }).update({ sealed: 'k1.nothing' });
    await expect(clerk.post(at(id, 'download'))).rejects.toThrow('aborted');
    await subscribers().where({ id: row.id }).update({ sealed: row.sealed });
    await clerk.post(at(id, 'download')).expect(200);
  });

  it('is over when its time is', async () => {
    const id = await asked();
    await second.post(at(id, 'allow')).expect(200);
    await app.strapi.db.getConnection(TABLES.exports).where({ id }).update({ open_until: 1 });
    expect(saidBy(await clerk.post(at(id, 'download')))).toEqual([409, 'export-over']);
    const { body } = await clerk.get('/countersign/exports').expect(200);
    expect(body.results[0]).toMatchObject({
      id,
      state: 'expired',
      mayDownload: { allowed: false },
    });
  });

  it('is no file any more once whoever allowed it has lost the right', async () => {
    const third = await hire(app, 'Third', RIGHTS);
    const id = await asked();
    await third.post(at(id, 'allow')).expect(200);
    const where = { documentId: third.id };
    await app.strapi.db.query('admin::user').update({ where, data: { isActive: false } });
    expect(saidBy(await clerk.post(at(id, 'download')))).toEqual([403, 'allower-gone']);
  });

  it('is for nobody without the right, and tells of each act in the trail without an address', async () => {
    const id = await asked();
    for (const path of [ASK, at(id, 'allow'), at(id, 'download')]) {
      expect(codeOf(await operator.post(path, BECAUSE))).toBe('not-permitted');
    }
    await clerk.post(at(id, 'withdraw')).expect(200);
    const rows = await rowsOf(app.strapi, TABLES.audit);
    const acts = new Set(rows.map(({ act }) => act));
    expect([...acts]).toEqual(
      expect.arrayContaining(['export.ask', 'export.allow', 'export.download', 'export.withdraw']),
    );
    expect(JSON.stringify(rows)).not.toContain(READERS);
    expect(JSON.stringify(await rowsOf(app.strapi, TABLES.exports))).not.toContain(READERS);
  });
});

it('is off unless the configuration says otherwise', async () => {
  const app = await bootStrapi();
  const clerk = await hire(app, 'Clerk', RIGHTS);
  expect(saidBy(await clerk.post(ASK, BECAUSE))).toEqual([409, 'exports-off']);
  const { body } = await clerk.get('/countersign/exports').expect(200);
  expect(body).toEqual({ isOn: false, results: [], next: null });
  await app.close();
});
