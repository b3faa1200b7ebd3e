import type { Core } from '@strapi/strapi';
import { createKeys } from '../../server/src/adapters/keys/keys';
import { createAuditChain } from '../../server/src/adapters/store/audit/chain';
import { createDb, type Db } from '../../server/src/adapters/store/database';
import { systemChance } from '../../server/src/adapters/clock';
import { sealRows } from '../../server/src/domain/audit/chain';
import { TABLES } from '../../server/src/names';
import { eventually, openNewsroom } from '../support/newsroom';
import { bootStrapi, type TestApp } from '../support/strapi';
import { rowsOf, type Row } from '../support/tables';
import { dropTriggers } from '../support/triggers';
import { startCommand } from '../support/worker-process';

let app: TestApp;
let strapi: Core.Strapi;
let db: Db;
/** The trail as acts wrote it, to be put back after each vandal. */
let rows: readonly Row[];
let seals: readonly Row[];

beforeAll(async () => {
  app = await bootStrapi();
  ({ strapi } = app);
  db = createDb(strapi.db as never);
  await openNewsroom(app);
  await eventually('every row to be sealed', async () => {
    rows = await rowsOf(strapi, TABLES.audit);
    seals = await rowsOf(strapi, TABLES.auditSeals);
    return seals.length === rows.length && rows.length > 4 ? true : undefined;
  });
});

afterAll(() => app.close());

const table = (name: string) => strapi.db.getConnection(name);
const placeOf = (seq: number) => rowIdAt(seq - 1);
const rowIdAt = (index: number): number => Number(seals.at(index)?.row_id);

async function verify(options: readonly string[] = [], env: Readonly<Record<string, string>> = {}) {
  const command = startCommand(['audit', 'verify', ...options], env);
  return { code: await command.ended, answer: command.answer(), said: command.said() };
}

async function putBack(): Promise<void> {
  await dropTriggers(db);
  await db.within(async (k) => {
    await db.table(k, TABLES.auditSeals).delete();
    await db.table(k, TABLES.audit).delete();
    for (const row of rows) await db.table(k, TABLES.audit).insert(row);
    for (const seal of seals) await db.table(k, TABLES.auditSeals).insert(seal);
  });
}

describe('a trail that nobody has touched', () => {
  it('is whole, says what was looked at, and ends with 0', async () => {
    const { code, answer } = await verify();
    expect(answer.split('\n')).toEqual([
      `The audit trail is whole: ${rows.length} rows are as they were sealed; 0 of the newest have no seal yet.`,
      '',
      expect.stringMatching(/^Looked at: each row against its signature and its seal/),
      'The database itself refuses to change or remove rows.',
      'The end was compared with the mark kept outside of the database.',
      '',
    ]);
    expect(code).toBe(0);
    expect(await rowsOf(strapi, TABLES.audit)).toEqual(rows);
    expect(await rowsOf(strapi, TABLES.auditSeals)).toEqual(seals);
  });

  it('is told of in Japanese where the terminal speaks Japanese', async () => {
    const { code, answer } = await verify([], { LC_ALL: 'ja_JP.UTF-8' });
    expect(answer).toContain(`監査ログは完全です。封印済みの${rows.length}行に変更はありません。`);
    expect(answer).toContain('確認した内容');
    expect(code).toBe(0);
  });

  it('is told of to machines in JSON, with the log kept apart', async () => {
    const { code, answer, said } = await verify(['--json']);
    expect(JSON.parse(answer)).toMatchObject({
      ...{ isWhole: true, sealed: rows.length, found: 0, findings: [] },
      ...{ isMarked: true, isAppendOnly: true },
    });
    expect(code).toBe(0);
    expect(said).not.toMatch(/countersign\.bug|@staff/);
  });
});

describe('a trail that somebody with the right to change tables has touched', () => {
  const findings = async () => {
    const { code, answer } = await verify(['--json']);
    const { isWhole, findings: found } = JSON.parse(answer);
    const named = found.map(({ kind, rowId }: Record<string, unknown>) => ({ kind, rowId }));
    return { code, isWhole, found: named };
  };
  const foundOnly = (kind: string, rowId: number | null) => ({
    ...{ code: 1, isWhole: false },
    found: [{ kind, rowId: rowId === null ? null : String(rowId) }],
  });

  beforeEach(() => dropTriggers(db));
  afterEach(putBack);

  it('names a row that was changed, in words', async () => {
    await table(TABLES.audit)
      .where({ id: placeOf(2) })
      .update({ person: 'somebody-else' });
    const { code, answer } = await verify();
    expect(answer).toContain(
      `The audit trail has been tampered with: 1 thing does not add up in ${rows.length} places.\n` +
        `  row ${placeOf(2)}, place 2: was changed after it was sealed\n`,
    );
    expect(answer).toContain('The database does not refuse changes itself');
    expect(code).toBe(1);
  });

  it('names a row that was removed', async () => {
    await table(TABLES.audit)
      .where({ id: placeOf(3) })
      .delete();
    expect(await findings()).toEqual(foundOnly('removed', placeOf(3)));
  });

  it('says that the last row was removed together with its seal', async () => {
    await table(TABLES.audit)
      .where({ id: rowIdAt(-1) })
      .delete();
    await table(TABLES.auditSeals)
      .where({ row_id: rowIdAt(-1) })
      .delete();
    expect(await findings()).toEqual(foundOnly('shortened', null));
  });

  it('names rows that changed places', async () => {
    const [one, two] = [placeOf(2), placeOf(4)];
    for (const [from, to] of [
      [one, 900_000],
      [two, one],
      [900_000, two],
    ] as const) {
      await table(TABLES.audit).where({ id: from }).update({ id: to });
    }
    expect((await findings()).found).toEqual([
      { kind: 'changed', rowId: String(one) },
      { kind: 'changed', rowId: String(two) },
    ]);
  });

  it('says that the chain was made anew without our key', async () => {
    const chain = createAuditChain(db);
    const keys = createKeys([{ id: 'k1', secret: 'what somebody else thought of' }], systemChance);
    const sealing = {
      databaseId: JSON.parse(await databaseId()),
      sign: (text: string) => keys.sign('audit', text),
    };
    await db.within(async (k) => {
      await db
        .table(k, TABLES.audit)
        .where({ id: placeOf(3) })
        .delete();
      await db.table(k, TABLES.auditSeals).delete();
      const left = await chain.unsealed('ever', 1000);
      await chain.append(sealRows(left, { after: { seq: 0, seal: '' }, at: 0 }, sealing));
    });
    const { code, found } = await findings();
    expect(code).toBe(1);
    expect(found.map(({ kind }: { kind: string }) => kind)).toEqual([
      ...Array<string>(rows.length - 1).fill('seal-forged'),
      'shortened',
    ]);
  });

  it('is whole again as soon as everything stands where it stood', async () => {
    expect((await verify()).code).toBe(0);
  });

  it('names a row that was put in', async () => {
    const row = { at: 1, door: 'admin', act: 'edition.approve', result: 'done', detail: '{}' };
    const id = rowIdAt(-1) + 10;
    await table(TABLES.audit).insert({ ...row, id });
    expect(await findings()).toEqual(foundOnly('inserted', id));
  });
});

describe('a trail that cannot be looked at', () => {
  it.each([
    ['without a secret', { COUNTERSIGN_SECRET: '' }, 'cannot be verified without secret'],
    [
      'with another secret',
      { COUNTERSIGN_SECRET: 'another secret, long enough to be taken for one' },
      'secret must be the one this database was written with',
    ],
    ['in an app without the plugin', { COUNTERSIGN_ENABLED: 'false' }, 'is not enabled'],
  ])('ends with 2 and says why: %s', async (_why, env, words) => {
    const { code, answer, said } = await verify([], env);
    expect([code, answer]).toEqual([2, '']);
    expect(said).toContain(words);
  });
});

describe('the command', () => {
  it.each([[['--help']], [['audit', '--help']], [['help']]])(
    'lists what it can: %p',
    async (args) => {
      const command = startCommand(args, { LC_ALL: 'C' });
      expect(await command.ended).toBe(0);
      expect(command.answer()).toMatch(/^ {2}worker .*\n {2}audit verify \[--json\]/m);
    },
  );

  it.each([[['audit']], [['audit', 'verify', '--jsn']], [[]]])(
    'does not take %p for an order',
    async (args) => {
      const command = startCommand(args, { LC_ALL: 'C' });
      expect(await command.ended).toBe(2);
      expect(command.said()).toContain('strapi-plugin-countersign <command>');
    },
  );
});

const databaseId = async (): Promise<string> => {
  const [setting] = await table(TABLES.settings).where({ name: 'database-id' });
  return String(setting.value);
};
