import type { Core } from '@strapi/strapi';
import { CAMPAIGN_UID, USER_UID } from '../../server/src/names';
import { hire, hireSuperAdmin, PARTS, type Colleague } from './staff';
import type { Caller, TestApp } from './strapi';

/** The people of a newsletter, each with their part. */
export interface Newsroom {
  readonly author: Colleague;
  readonly approver: Colleague;
  readonly operator: Colleague;
  readonly chief: Colleague;
}

export const IDENTITY = {
  name: 'The Gazette',
  postalAddress: '1 Nowhere Lane\n12345 Moonwater',
  contact: 'hello@gazette.example.test',
  reason: { en: 'You signed up on our site.', ja: 'サイトで購読に同意されました。' },
};

export const SENDER = {
  id: 'gazette',
  name: 'The Gazette',
  address: 'news@gazette.example.test',
};

export async function openNewsroom(app: TestApp): Promise<Newsroom> {
  const chief = await hireSuperAdmin(app, 'Chief');
  await chief.put('/countersign/settings/identity', IDENTITY).expect(200);
  await chief.put('/countersign/settings/senders', { senders: [SENDER] }).expect(200);
  return {
    chief,
    author: await hire(app, 'Ada', PARTS.author),
    approver: await hire(app, 'Ben', PARTS.approver),
    operator: await hire(app, 'Ola', PARTS.operator),
  };
}

export interface SiteUser {
  readonly email: string;
  readonly name: string;
  readonly language: 'en' | 'ja';
}

/** As the site's own code writes them; they said yes. */
export async function signUp(strapi: Core.Strapi, users: readonly SiteUser[]): Promise<void> {
  const role = await strapi.db
    .query('plugin::users-permissions.role')
    .findOne({ where: { type: 'authenticated' } });
  for (const { email, name, language } of users) {
    const said = { confirmed: true, blocked: false, newsletterConsent: true };
    await strapi.db.query(USER_UID).create({
      data: {
        ...{ email, username: email, displayName: name, language, provider: 'local' },
        ...{ ...said, role: role.id },
      },
    });
  }
}

/** Long, because two cores may be busy with much else; nothing waits longer than it takes. */
const PATIENCE_MS = 120_000;

/** Waits for what happens by itself, and fails in words when it does not. */
export async function eventually<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
  for (const giveUpAt = Date.now() + PATIENCE_MS; Date.now() < giveUpAt; ) {
    const seen = await look();
    if (seen !== undefined) return seen;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`waited in vain for: ${what}`);
}

export const readersOf = (caller: Caller, count: number, list = 'newsletter'): Promise<number> =>
  eventually(`${count} readers`, async () => {
    const { body } = await caller.get(`/countersign/lists/${list}`);
    return body.readers === count ? count : undefined;
  });

/** Somebody who is on the list and can be written to. */
export async function addReader({ strapi }: TestApp, { operator }: Newsroom): Promise<void> {
  await signUp(strapi, [{ email: 'r@readers.example.test', name: 'R', language: 'en' }]);
  await readersOf(operator, 1);
}

const CONTENT_MANAGER = `/content-manager/collection-types/${CAMPAIGN_UID}`;

export const campaignAt = (id = '', locale = 'en'): string =>
  `${CONTENT_MANAGER}${id && `/${id}`}?locale=${locale}`;

export const paragraph = (text: string) => ({
  type: 'paragraph',
  children: [{ type: 'text', text }],
});

const SHARED = {
  audience: { include: ['newsletter'], exclude: [] },
  sender: SENDER.id,
};

/** In two languages, through the Content Manager as an author does; answers its documentId. */
export async function writeCampaign(author: Caller, name = 'Autumn letter'): Promise<string> {
  const english = await author
    .post(campaignAt(), {
      ...{ ...SHARED, name, preheader: 'Leaves are falling.' },
      subject: 'Autumn, {{ subscriber.name | default: "dear reader" }}',
      body: [paragraph('Hello {{ subscriber.name | default: "dear reader" }}, it is autumn.')],
    })
    .expect(201);
  const id: string = english.body.data.documentId;
  await author
    .put(campaignAt(id, 'ja'), {
      ...{ ...SHARED, name, preheader: '葉が落ちます。' },
      subject: '秋です、{{ subscriber.name | default: "読者" }}様',
      body: [paragraph('{{ subscriber.name | default: "読者" }}様、秋になりました。')],
    })
    .expect(200);
  return id;
}

export async function submit(author: Caller, campaignId: string) {
  const { body, status } = await author.post(`/countersign/campaigns/${campaignId}/submit`);
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body as { id: string; state: string; readersAtSubmit: number };
}

export const approve = (approver: Caller, edition: { id: string; readersAtSubmit: number }) =>
  approver.post(`/countersign/editions/${edition.id}/approve`, {
    readersShown: edition.readersAtSubmit,
  });

/** The edition of a new campaign, approved and started; its id. */
export async function startNew({ author, approver, operator }: Newsroom): Promise<string> {
  const edition = await submit(author, await writeCampaign(author));
  await approve(approver, edition).expect(200);
  await operator.post(`/countersign/editions/${edition.id}/start`).expect(200);
  return edition.id;
}

/** The same, and all of it has gone out. */
export async function sendNew(room: Newsroom): Promise<string> {
  const id = await startNew(room);
  await sentOut(room.operator, id);
  return id;
}

export const stateOf = async (caller: Caller, editionId: string): Promise<string> =>
  (await caller.get(`/countersign/editions/${editionId}`)).body.state;

export const sentOut = (caller: Caller, editionId: string): Promise<string> =>
  eventually('the edition to be sent', async () => {
    const state = await stateOf(caller, editionId);
    return state === 'sent' ? state : undefined;
  });

interface HostDocuments {
  create(write: { readonly data: object }): Promise<{ readonly documentId: string }>;
  update(write: {
    readonly documentId: string;
    readonly locale: string;
    readonly data: object;
  }): Promise<unknown>;
}

/** Campaigns as a site's own code writes them. */
export const hostCode = (strapi: Core.Strapi): HostDocuments =>
  strapi.documents(CAMPAIGN_UID) as unknown as HostDocuments;
