import { systemChance } from '../../server/src/adapters/clock';
import { createKeys } from '../../server/src/adapters/keys/keys';
import { createSiteRule } from '../../server/src/adapters/host/site-rule';
import { createAssetStore } from '../../server/src/adapters/store/assets';
import { createAuditTrail } from '../../server/src/adapters/store/audit';
import { createCommentStore } from '../../server/src/adapters/store/comments';
import type { Db } from '../../server/src/adapters/store/database';
import { createDecisionStore } from '../../server/src/adapters/store/decisions';
import { createEditionStore } from '../../server/src/adapters/store/editions';
import { createHandStore } from '../../server/src/adapters/store/hands';
import { createSegmentStore } from '../../server/src/adapters/store/segments';
import { createSettingStore } from '../../server/src/adapters/store/settings';
import { zones } from '../../server/src/adapters/zones';
import type { Asking } from '../../server/src/domain/access/asking';
import type { AccountChange } from '../../server/src/domain/access/account';
import type { LibraryPicture } from '../../server/src/domain/campaigns/pictures';
import type { StoredCampaign, StoredLocale } from '../../server/src/domain/campaigns/stored';
import type { Edition } from '../../server/src/domain/editions/edition';
import { type SealCheck, verifyCountersigned } from '../../server/src/domain/editions/verify';
import { ok, refuse } from '../../server/src/domain/result';
import { createNoticeChange } from '../../server/src/flows/notice-change';
import { createSourceRepointed } from '../../server/src/flows/notice-change/source-repointed';
import { createReviewEdition } from '../../server/src/flows/review-edition';
import { createSubmitCampaign, type SubmitDeps } from '../../server/src/flows/submit-campaign';
import { TABLES } from '../../server/src/names';
import type { AccountBook, Colleagues } from '../../server/src/ports';
import { aColleague, asking } from './asking';
import { aCampaign, aLocale, makeCampaignTable } from './campaigns';
import { openDatabase } from './database';
import { HERE, NOON } from './editions';
import { silentLog } from './log';

export const IDENTITY = {
  name: 'Gazette',
  postalAddress: '1 Main Street\nSpringfield',
  contact: 'contact@example.com',
  reason: { en: 'You signed up on our site.', ja: '当サイトで登録されました。' },
};
export const SENDERS = [{ id: 'gazette', name: 'Gazette', address: 'news@example.com' }];

const SECRET = 'a secret for tests that is long enough';
const APPROVAL = {
  ...{ required: 1, fromEachOf: [] as readonly string[] },
  ...{ expiresAfterDays: 7, lateGraceMinutes: 60, accountQuietDays: 7 },
};

/** What is no store and can be set: the time, the colleagues, the readers, the pictures. */
const newWorld = () => ({
  now: NOON,
  readers: 3,
  accountChanges: [] as AccountChange[],
  colleagues: new Map(['ann', 'bob', 'cat'].map((id) => [id, aColleague(id)])),
  pictures: new Map<string, LibraryPicture>(),
  /** Called while a campaign is being frozen, before it is stored. */
  duringRender: async (): Promise<void> => undefined,
});

type World = ReturnType<typeof newWorld>;

type SealRules = Partial<Pick<SealCheck, 'required' | 'fromEachOf'>>;

/** The stores of one real database with the flows of writing and reviewing on it. */
export async function openOffice() {
  const database = await openDatabase();
  const { db } = database;
  const world = newWorld();
  const stores = await storesOf(db);
  const keys = createKeys([{ id: 'k1', secret: SECRET }], systemChance);
  const clock = { now: () => world.now };
  const base = { ...stores, clock, chance: systemChance, log: silentLog, zones, keys };
  const submitDeps: SubmitDeps = { ...base, ...submitWorld(world) };
  const reviewDeps = {
    ...base,
    colleagues: colleaguesOf(world),
    accounts: accountsOf(world),
    instance: HERE,
    rule: createSiteRule(null, silentLog),
    approval: APPROVAL,
  };
  await stores.settings.set('identity', IDENTITY, 'ann', NOON);
  await stores.settings.set('senders', SENDERS, 'ann', NOON);
  const submitting = createSubmitCampaign(submitDeps);
  const repointed = createSourceRepointed(base);
  let count = 0;
  /** A campaign of its own, stored as its author left it. */
  const written = async (
    fields: StoredLocale['fields'] = {},
    locales = [aLocale(fields)],
  ): Promise<StoredCampaign> => {
    count += 1;
    const campaign = aCampaign({ id: `c${count}`, locales });
    await stores.campaigns.write(campaign);
    return campaign;
  };
  /** The same, submitted by Ann. */
  const submitted = async (
    fields: StoredLocale['fields'] = {},
    locales = [aLocale(fields)],
  ): Promise<Edition> => {
    const { id } = await written(fields, locales);
    const answer = await submitting.submit(id, asking('ann'));
    if (answer.ok) return answer.value;
    throw new Error(`not submitted: ${answer.reason}`);
  };
  return {
    ...database,
    ...stores,
    world,
    keys,
    clock,
    submitDeps,
    reviewDeps,
    submitting,
    written,
    submitted,
    stateOf: async (id: string) => (await stores.editions.find(id))?.state,
    /** Whether its seals are what sending asks for. */
    verified: async (id: string, { required = 1, fromEachOf = [] }: SealRules = {}) => {
      const full = await stores.editions.findFull(id);
      if (!full) throw new Error('no edition');
      const verify: SealCheck['verify'] = (text, seal) => keys.verify('countersign', text, seal);
      const check = { instance: HERE, required, fromEachOf, verify };
      return verifyCountersigned(full, await stores.decisions.of(id), check);
    },
    reviewing: createReviewEdition(reviewDeps),
    noticing: createNoticeChange(base),
    repointed,
    /** By a source that says nothing but who is on it. */
    listRepointed: (list: string, by: Asking) =>
      repointed([{ list, fields: { email: 'mail', consent: 'agreed' } }], by),
    auditOf: async (subject: string): Promise<Record<string, unknown>[]> =>
      db.read(async (k) =>
        db.table(k, TABLES.audit).where({ subject_id: subject }).orderBy('id').select(),
      ),
  };
}

export type Office = Awaited<ReturnType<typeof openOffice>>;

/** One for all tests of a file; before each it is noon again. */
export function keepOffice(enter: (office: Office) => void): void {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
    enter(office);
  });
  afterAll(() => office.close());
  beforeEach(() => {
    office.world.now = NOON;
  });
}

const storesOf = async (db: Db) => ({
  campaigns: await makeCampaignTable(db),
  editions: createEditionStore(db),
  decisions: createDecisionStore(db),
  comments: createCommentStore(db),
  hands: createHandStore(db),
  assets: createAssetStore(db),
  segments: createSegmentStore(db),
  settings: createSettingStore(db),
  audit: createAuditTrail(db),
  transactions: { within: <T>(work: () => Promise<T>) => db.within(() => work()) },
});

const LISTS = [
  { id: 'newsletter', name: 'Newsletter' },
  { id: 'guests', name: 'Guests' },
];

const submitWorld = (
  world: World,
): Pick<SubmitDeps, 'lists' | 'attributes' | 'audience' | 'pictures' | 'renderer' | 'config'> => ({
  lists: {
    find: async (id) => LISTS.find((list) => list.id === id) ?? null,
    all: async () => LISTS,
    takeTurn: async () => undefined,
  },
  attributes: async () => [{ name: 'plan', kind: 'text' }],
  audience: { count: async () => ({ readers: world.readers, leftOut: {} }) },
  pictures: {
    read: async (url) => {
      const picture = world.pictures.get(url);
      return picture ? ok(picture) : refuse('unknown');
    },
  },
  renderer: {
    renderLayout: async ({ subject, preheader, bodyHtml, unsubscribeUrl, preferencesUrl }) => {
      await world.duringRender();
      const way = `<a href="${unsubscribeUrl}">out</a> <a href="${preferencesUrl}">yours</a>`;
      return `<html><title>${subject}</title>${preheader}${bodyHtml}${way}</html>`;
    },
  },
  config: {
    publicUrl: HERE.publicUrl,
    hasSecret: true,
    hasTransport: true,
    approval: APPROVAL,
    versions: { countersign: '0.1.0', strapi: '5.54.0' },
  },
});

const colleaguesOf = ({ colleagues }: World): Colleagues => ({
  find: async (id) => colleagues.get(id) ?? null,
  findMany: async (ids) => ids.flatMap((id) => colleagues.get(id) ?? []),
  approvers: async () =>
    [...colleagues.values()].filter(({ isActive, mayApprove }) => isActive && mayApprove),
});

const accountsOf = ({ accountChanges }: World): Pick<AccountBook, 'since'> => ({
  since: async (time) => accountChanges.filter(({ at }) => at >= time),
});
