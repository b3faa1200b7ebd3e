import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CAMPAIGN_TABLE, TABLES, USER_UID } from '../../server/src/names';
import {
  approve,
  openNewsroom,
  readersOf,
  sentOut,
  signUp,
  submit,
  writeCampaign,
} from '../support/newsroom';
import { startSink } from '../support/smtp-sink';
import { makeDatabase } from '../support/strapi-database';
import { PASSWORD } from '../support/staff';
import { bootStrapi } from '../support/strapi';
import { rowsOf, type Row } from '../support/tables';

/** P8; the others hold what only this very process needs. */
const KEPT = [
  CAMPAIGN_TABLE,
  ...[TABLES.settings, TABLES.keys, TABLES.lists, TABLES.subscribers, TABLES.claims],
  ...[TABLES.memberships, TABLES.consents, TABLES.suppressions, TABLES.hands, TABLES.editions],
  ...[TABLES.assets, TABLES.decisions, TABLES.batches, TABLES.deliveries, TABLES.audit],
  ...[TABLES.comments, TABLES.partChanges, TABLES.editionParts],
  TABLES.sources,
];

it('loses no row when the plugin is off for one boot, and goes on where it was', async () => {
  const sink = await startSink();
  const database = await makeDatabase();
  const secrets = { COUNTERSIGN_SECRET: 's'.repeat(40), ADMIN_JWT_SECRET: 'a'.repeat(40) };
  const journal = await mkdtemp(path.join(tmpdir(), 'countersign-journal-'));
  // One site keeps its disk through restarts; without it a boot notes that the mark is gone.
  const disk = { COUNTERSIGN_JOURNAL_DIR: journal };
  const env = { ...secrets, ...disk, MAIL_HOST: '127.0.0.1', MAIL_PORT: String(sink.port) };

  const before = await bootStrapi({ database, env });
  const room = await openNewsroom(before);
  await signUp(before.strapi, [
    { email: 'stays@readers.example.test', name: 'Stays', language: 'en' },
    { email: 'leaves@readers.example.test', name: 'Leaves', language: 'ja' },
  ]);
  await readersOf(room.operator, 2);
  const sent = await submit(room.author, await writeCampaign(room.author));
  await approve(room.approver, sent).expect(200);
  await room.operator.post(`/countersign/editions/${sent.id}/start`).expect(200);
  await sentOut(room.operator, sent.id);
  await room.operator
    .post('/countersign/suppressions', { address: 'leaves@readers.example.test' })
    .expect(201);
  const waiting = await submit(room.author, await writeCampaign(room.author, 'Winter letter'));
  await room.approver
    .post(`/countersign/editions/${waiting.id}/comments`, { text: 'Is it cold enough?' })
    .expect(201);
  const fields = { email: 'email', consent: 'newsletterConsent' };
  const wish = { id: 'made', contentType: USER_UID, list: { name: 'Made' }, fields };
  await room.chief.post('/countersign/sources', wish).expect(201);
  // Of the two one has left.
  await readersOf(room.operator, 1, 'made');
  const kept = new Map<string, readonly Row[]>();
  for (const table of KEPT) kept.set(table, await rowsOf(before.strapi, table));
  await before.close();

  const without = await bootStrapi({ database, env: { ...env, COUNTERSIGN_ENABLED: 'false' } });
  expect(without.strapi.plugin('countersign')).toBeUndefined();
  for (const [table, rows] of kept) {
    expect({ table, rows: await rowsOf(without.strapi, table) }).toEqual({ table, rows });
  }
  await without.close();

  const after = await bootStrapi({ database, env: { ...env, COUNTERSIGN_ENABLED: 'true' } });
  for (const [table, rows] of kept) {
    const now = await rowsOf(after.strapi, table);
    expect({ table, count: now.length }).toEqual({ table, count: rows.length });
  }
  const chief = after.withToken(await signInAgain(after, room.chief.email));
  const { body } = await chief.get(`/countersign/editions/${waiting.id}`).expect(200);
  expect([body.state, body.audience.readers]).toEqual(['in-review', 1]);

  await after.close();
  await sink.close();
  await database.remove();
  await rm(journal, { recursive: true });
});

const signInAgain = async (
  { nobody }: Awaited<ReturnType<typeof bootStrapi>>,
  email: string,
): Promise<string> => {
  const answer = await nobody.post('/admin/login', { email, password: PASSWORD }).expect(200);
  return answer.body.data.token;
};
