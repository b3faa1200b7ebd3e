import { PLUGIN_ID, USER_UID } from '../../server/src/names';
import { eventually } from '../support/newsroom';
import { hire, hireSuperAdmin } from '../support/staff';
import { bootStrapi, type TestApp } from '../support/strapi';

const NAMES = Array.from({ length: 12 }, (_, n) => `p${n}`);

let app: TestApp;
beforeAll(async () => {
  app = await bootStrapi();
});
afterAll(() => app.close());

it('asks on the list page before many leave, and lets them go for who may change subscribers', async () => {
  const chief = await hireSuperAdmin(app, 'Chief');
  const looker = await hire(app, 'Lou', ['list.read', 'list.sync', 'subscriber.read']);
  const users = app.strapi.db.query(USER_UID);
  for (const name of NAMES) {
    const email = `${name}@readers.example.test`;
    const data = { email, username: name, provider: 'local', confirmed: true, blocked: false };
    await users.create({ data: { ...data, newsletterConsent: true } });
  }
  const listIs = (what: string, isIt: (list: ListShown) => boolean): Promise<ListShown> =>
    eventually(what, async () => {
      const { body } = await chief.get('/countersign/lists/newsletter').expect(200);
      return isIt(body) ? body : undefined;
    });
  await listIs('twelve readers', ({ readers }) => readers === 12);

  await users.deleteMany({ where: { username: { $in: NAMES } } });
  const stopped = await listIs('a stop', ({ sources }) => sources[0]?.lastRun?.state === 'braked');
  const run = stopped.sources[0]?.lastRun;
  expect(run?.brake).toEqual({ leaving: 12, of: 12, isKept: false });
  expect(stopped.readers).toBe(12);

  const refused = await looker.post('/countersign/lists/newsletter/let-go', { run: run?.id });
  expect(refused.status).toBe(403);
  await chief.post('/countersign/lists/newsletter/keep', { run: run?.id }).expect(200);
  const kept = await chief.get('/countersign/lists/newsletter').expect(200);
  expect(kept.body.sources[0].lastRun.brake.isKept).toBe(true);

  await chief.post('/countersign/lists/newsletter/let-go', { run: run?.id }).expect(202);
  await listIs('nobody', ({ readers }) => readers === 0);
  const again = await chief.post('/countersign/lists/newsletter/let-go', { run: run?.id });
  expect([again.status, again.body.error.details.code]).toEqual([409, 'run-moved-on']);
  const rows = await app.strapi.db.getConnection(`${PLUGIN_ID}_audit`).orderBy('id');
  const answers = rows.filter(({ act }: { act: string }) => /^list\./.test(act));
  expect(answers.map(({ act, result }: Record<string, string>) => [act, result])).toEqual([
    ['list.keep', 'done'],
    ['list.let-go', 'done'],
    ['list.let-go', 'run-moved-on'],
  ]);
});

interface ListShown {
  readonly readers: number;
  readonly sources: readonly {
    readonly lastRun: {
      readonly id: string;
      readonly state: string;
      readonly brake: object;
    } | null;
  }[];
}
