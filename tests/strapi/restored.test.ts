import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  addReader,
  approve,
  eventually,
  openNewsroom,
  submit,
  writeCampaign,
  type Newsroom,
} from '../support/newsroom';
import { bootStrapi, type TestApp } from '../support/strapi';

/** Always SQLite: its backup is a file that can be put back. */
const inFolder = (folder: string) => ({
  database: {
    env: { DATABASE_CLIENT: 'sqlite', DATABASE_FILENAME: join(folder, 'data.db') },
    remove: async () => undefined,
  },
  env: {
    COUNTERSIGN_JOURNAL_DIR: join(folder, 'journal'),
    COUNTERSIGN_SECRET: 'one secret for both of the boots of this test',
  },
});

const auditOf = async (app: TestApp) =>
  (await app.strapi.db.getConnection('countersign_audit').orderBy('id')) as {
    act: string;
    id: number;
  }[];

const allSealed = (app: TestApp) =>
  eventually('every act to be sealed', async () => {
    const rows = await auditOf(app);
    const seals = await app.strapi.db.getConnection('countersign_audit_seals');
    return seals.length === rows.length && rows.length > 0 ? seals.length : undefined;
  });

const approved = async (room: Newsroom): Promise<string> => {
  const edition = await submit(room.author, await writeCampaign(room.author));
  await approve(room.approver, edition).expect(200);
  return edition.id;
};

it('holds what was approved when a backup of the database was put back', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-restored-'));
  const before = await bootStrapi(inFolder(folder));
  const room = await openNewsroom(before);
  await addReader(before, room);
  const id = await approved(room);
  await before.strapi.db.connection.raw('vacuum into ?', [join(folder, 'backup.db')]);

  await approved(room);
  await allSealed(before);
  await before.close();
  for (const end of ['', '-wal', '-shm']) await rm(join(folder, `data.db${end}`), { force: true });
  await cp(join(folder, 'backup.db'), join(folder, 'data.db'));

  const after = await bootStrapi(inFolder(folder));
  await eventually('the process to have begun', async () =>
    (await auditOf(after)).find(({ act }) => act === 'database.restored'),
  );
  const [edition] = await after.strapi.db.getConnection('countersign_editions').where({ id });
  expect(edition).toMatchObject({ state: 'held', held_because: 'restored' });
  await after.close();
  await rm(folder, { recursive: true, force: true });
});
