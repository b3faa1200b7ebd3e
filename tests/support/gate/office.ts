import { CAMPAIGN_TABLE, TABLES } from '../../../server/src/names';
import {
  campaignAt,
  openNewsroom,
  readersOf,
  signUp,
  submit,
  writeCampaign,
  type Newsroom,
} from '../newsroom';
import { hire } from '../staff';
import { startSink, type Sink } from '../smtp-sink';
import { bootStrapi, type TestApp } from '../strapi';
import { rowsOf, type Row } from '../tables';

/** The readers nobody may learn of and nobody may write to without a second person. */
export const READERS = '@readers.example.test';

/** A newsroom with one campaign under review, for whoever tries to get past the review. */
export interface Office {
  readonly app: TestApp;
  readonly room: Newsroom;
  readonly sink: Sink;
  /** What stands there now. */
  readonly campaign: string;
  readonly edition: { readonly id: string; readonly readersAtSubmit: number };
  /** The author's, on the edition. */
  readonly comment: string;
  readonly subscriber: string;
  /** Somebody else, who may be erased. */
  readonly leaver: string;
  /** An export that somebody else has asked for. */
  readonly listExport: string;
  /** Suppressions of an old tool, which somebody else brought. */
  readonly suppressionImport: string;
  /** Made anew when somebody has removed it. */
  readonly segment: string;
  /** Made in the admin; its people are on a list of its own. */
  readonly source: string;
  /** Puts a campaign under review again if something happened to the last one. */
  restore(): Promise<void>;
  /** All that a knock could have changed. */
  print(): Promise<string>;
  close(): Promise<void>;
}

const SEGMENT = {
  ...{ id: '01GATE00000000000000000000', name: 'Everybody', name_key: 'everybody' },
  ...{ rule: JSON.stringify({ kind: 'list', list: 'newsletter' }), changed_at: 0 },
};

/** Editions that are past the review. */
const PAST = ['approved', 'scheduled', 'freezing', 'sending', 'paused', 'sent', 'held'];

/** With what is long left out where something short changes with it. */
const WATCHED: Readonly<Record<string, readonly string[]>> = {
  [CAMPAIGN_TABLE]: ['id', 'document_id', 'locale', 'name', 'subject', 'updated_at'],
  [TABLES.editions]: ['id', 'state', 'held_because', 'fingerprint', 'campaign_hash', 'wished_at'],
  ...Object.fromEntries(
    [
      ...[TABLES.decisions, TABLES.hands, TABLES.deliveries, TABLES.lists, TABLES.suppressions],
      ...[TABLES.consents, TABLES.settings, TABLES.assets, TABLES.comments],
      ...[TABLES.partChanges, TABLES.editionParts],
      ...[TABLES.exports, TABLES.segments, TABLES.sources, TABLES.suppressionImports],
    ].map((table) => [table, ['*']]),
  ),
};

export async function openOffice(): Promise<Office> {
  const sink = await startSink();
  const mail = { MAIL_HOST: '127.0.0.1', MAIL_PORT: String(sink.port) };
  const app = await bootStrapi({ env: { ...mail, COUNTERSIGN_EXPORTS: 'on' } });
  const room = await openNewsroom(app);
  await signUp(app.strapi, [
    { email: `ann${READERS}`, name: 'Ann', language: 'en' },
    { email: `ben${READERS}`, name: 'Ben', language: 'ja' },
  ]);
  await readersOf(room.operator, 2);
  const { body } = await room.operator.get('/countersign/subscribers').expect(200);
  const office = {
    segment: SEGMENT.id,
    ...{ app, room, sink, ...(await underReview(room)) },
    subscriber: body.results[0].id as string,
    leaver: body.results[1].id as string,
    listExport: await askedFor(app),
    suppressionImport: await brought(app),
    source: await madeSource(room),
    restore: async () => {
      await app.strapi.db.getConnection(TABLES.segments).insert(SEGMENT).onConflict('id').ignore();
      const stopped = await room.chief.get('/countersign/stop-everything');
      if (stopped.body.stopped) await room.chief.post('/countersign/stop-everything/lift');
      const [row] = await editions(app).where({ id: office.edition.id });
      if (row?.state !== 'in-review') Object.assign(office, await underReview(room));
    },
    print: async () => {
      const rows = Object.entries(WATCHED).map(([table, columns]) =>
        app.strapi.db.getConnection(table).select(...columns),
      );
      return JSON.stringify(await Promise.all(rows));
    },
    close: async () => {
      await app.close();
      await sink.close();
    },
  };
  return office;
}

/** Written by the author, changed by the Super Admin: both have a hand in it. */
async function underReview(room: Newsroom) {
  const campaign = await writeCampaign(room.author);
  await room.chief.put(campaignAt(campaign), { preheader: 'A word of mine.' }).expect(200);
  const edition = await submit(room.author, campaign);
  const { body } = await room.author
    .post(`/countersign/editions/${edition.id}/comments`, { text: 'Have a look, please.' })
    .expect(201);
  return { campaign, edition, comment: String(body.id) };
}

async function askedFor(app: TestApp): Promise<string> {
  const clerk = await hire(app, 'Eve', ['subscriber.export']);
  const reason = { reason: 'The printer wants labels' };
  const { body } = await clerk.post('/countersign/lists/newsletter/exports', reason).expect(201);
  return body.id;
}

async function brought(app: TestApp): Promise<string> {
  const clerk = await hire(app, 'Ira', ['subscriber.write']);
  const wish = { reason: 'The old tool', because: 'unsubscribed' };
  const { body } = await clerk.post('/countersign/suppression-imports', wish).expect(201);
  const at = `/countersign/suppression-imports/${body.id}`;
  await clerk.post(`${at}/lines`, { lines: 'nobody@elsewhere.example.test' }).expect(200);
  await clerk.post(`${at}/submit`).expect(200);
  return body.id;
}

/** What somebody would send who makes a source of the site's users. */
export const aSourceWish = (id: string) => ({
  ...{ id, contentType: 'plugin::users-permissions.user', list: { name: `List of ${id}` } },
  fields: { email: 'email', consent: 'newsletterConsent' },
});

async function madeSource({ chief }: Newsroom): Promise<string> {
  const { body } = await chief.post('/countersign/sources', aSourceWish('made')).expect(201);
  return body.id;
}

const editions = ({ strapi }: TestApp) => strapi.db.getConnection(TABLES.editions);

/** P1, wherever the knock came from: no message to a reader, and nothing past the review without the approver. */
export async function expectNothingUnapproved({ app, room, sink }: Office): Promise<void> {
  expect(sink.rcpts.filter((address) => address.endsWith(READERS))).toEqual([]);
  const past: readonly Row[] = await editions(app).whereIn('state', PAST);
  const decisions = await rowsOf(app.strapi, TABLES.decisions);
  const approved = decisions.filter(
    ({ kind, person }) => kind === 'approve' && person === room.approver.id,
  );
  const unapproved = past.filter(({ id }) => !approved.some((one) => one.edition_id === id));
  expect(unapproved).toEqual([]);
  expect(decisions.filter(({ kind }) => kind === 'approve')).toEqual(approved);
}
