import type { Core } from '@strapi/types';
import { insist } from './adapters/insist';
import { migrate, refuseOtherSchema } from './adapters/store/migrate';
import type { Config } from './config/config';
import type { Asking } from './domain/access/asking';
import { ok, refuse } from './domain/result';
import { findGaps } from './flows/find-gaps';
import { createChangeSettings } from './flows/change-settings';
import { createNoticeAccount } from './flows/notice-account';
import { createNoticeChange } from './flows/notice-change';
import { importsRoom, wireImports } from './wiring/imports';
import { wireExports } from './wiring/exports';
import { wireAccess, type Access } from './wiring/access';
import { wireAudit, wireAuditor } from './wiring/audit';
import { unknownApprovalRoles, warnOfUnknownRoles } from './wiring/approval-roles';
import { campaignRoom } from './wiring/campaign-room';
import { wireColleagueMail } from './wiring/colleague-mail';
import { layFoundation, type Foundation } from './wiring/foundation';
import { warnOfWeakKeys } from './wiring/dkim';
import { instanceOf, openKeys } from './wiring/identity';
import { wireNotices } from './wiring/notices';
import { peopleRooms } from './wiring/people-rooms';
import { wirePeople } from './wiring/people';
import { readerRooms } from './wiring/reader-rooms';
import { wireReviews } from './wiring/reviews';
import { LOG_EVENTS, type ProcessRole } from './names';
import { wireSending } from './wiring/sending';
import { figuresRoom } from './wiring/figures-room';
import { settingsRoom } from './wiring/settings-room';
import { sourcesRoom } from './wiring/sources-room';
import { wirePush } from './wiring/push';
import { wireSignUp } from './wiring/sign-up';
import { startUpkeep, type Upkeep } from './wiring/upkeep';
import { VERSION } from './wiring/versions';

/** Makes our tables, then config → adapters → flows; the only place that knows them all. */
export async function wire(strapi: Core.Strapi, config: Config, { role }: Process) {
  const foundation = layFoundation(strapi, config);
  warnOfWeakKeys(config.dkim, foundation.world.log);
  if (role === null) await migrate(foundation.db, foundation.world.clock.now());
  else await refuseOtherSchema(foundation.db);
  const settings = createChangeSettings({ ...foundation.stores, ...foundation.world });
  const access = wireAccess(foundation);
  const entrance = buildEntrance(foundation, settings, access);
  if (role === 'auditor') {
    return { entrance, wired: null, verifyAudit: await wireAuditor(foundation) };
  }
  const { secret } = config;
  const isWorker = role === 'worker';
  if (isWorker) refuseIdleWorker(config);
  const given = { settings, isWorker, ...entrance };
  const wired = secret === null ? null : await buildHouse(foundation, { secret, ...given });
  return { entrance, wired, verifyAudit: null };
}

interface Process {
  /** What our command has started it for; null: it serves, or is somebody else's command. */
  readonly role: ProcessRole | null;
}

/** Whoever starts a worker wants it to work. @throws in words */
function refuseIdleWorker({ secret, transports, worker }: Config): void {
  if (worker === 'off')
    throw new Error("countersign: worker is 'off', so there is nothing to work on");
  const missing = secret === null ? 'secret' : transports.length === 0 ? 'transports' : null;
  if (missing) throw new Error(`countersign: a worker cannot work without ${missing}`);
}

type Settings = ReturnType<typeof createChangeSettings>;

function buildEntrance(foundation: Foundation, settings: Settings, access: Access) {
  const { config, stores, world } = foundation;
  const { isForgeable } = access;
  const { identity, senders } = settings;
  const unknownRoles = () => unknownApprovalRoles(foundation);
  const madeSources = async () =>
    (await stores.madeSources.all()).filter(({ state }) => state === 'live');
  const means = { ...config, madeSources, isForgeable, identity, senders, unknownRoles };
  return {
    version: VERSION,
    setUp: { gaps: () => findGaps(means), unknownRoles },
    watch: createNoticeChange({ ...stores, ...world }),
    access: access.room,
    rights: {
      entriesOf: stores.campaignEntries.of,
      campaignOf: async (editionId: string) =>
        (await stores.editions.find(editionId))?.campaignId ?? null,
      readersOf: stores.readerEntries.of,
      listOfExport: async (id: string) => (await stores.exports.find(id))?.listId ?? null,
      touchedBy: stores.hands.touchedBy,
    },
    accounts: { changed: createNoticeAccount({ ...stores, ...world }) },
    audit: {
      refused: (by: Asking, act: string, result: string) =>
        stores.audit.record({
          at: world.clock.now(),
          person: by.person,
          door: by.door,
          act,
          result,
          ...(by.ip === null ? {} : { ip: by.ip }),
        }),
    },
  };
}

interface Given {
  /** It was started to send, and serves nothing. */
  readonly isWorker: boolean;
  readonly settings: Settings;
  readonly secret: string;
  readonly watch: ReturnType<typeof createNoticeChange>;
}

/** A database that is away when a process begins is asked again this soon. */
const BEGIN_AGAIN_MS = 5_000;

async function buildHouse(foundation: Foundation, { settings, secret, watch, isWorker }: Given) {
  const keys = await openKeys(foundation, secret);
  const instance = await instanceOf(foundation);
  const audit = wireAudit(foundation, keys, instance);
  const people = wirePeople(foundation, keys);
  const reviews = wireReviews(foundation, keys, { people, instance });
  const sending = wireSending(foundation, keys, { people, instance });
  const post = wireColleagueMail(foundation, keys, { settings, thread: sending.thread });
  const tellColleagues = wireNotices(foundation, { post, reviews });
  const imports = wireImports(foundation, keys, people);
  await people.loadSources();
  await people.checkSources();
  await people.sync.prepare();
  if (!isWorker) await people.settleAttributes();

  const { log } = foundation.world;
  const ending = new AbortController();
  let upkeep: Upkeep | null = null;
  const stopWatching = people.watch(() => upkeep?.drain());
  return {
    house: {
      campaigns: campaignRoom(foundation, { people, reviews, post }),
      editions: reviews.editions,
      reviews: reviews.review,
      comments: reviews.comments,
      sending: {
        ...sending.control,
        start: async (id: string, by: Asking) => {
          // A change by SQL told nobody; the review is void before it can be started.
          await watch.settleAll();
          return sending.start.start(id, by);
        },
        cancel: async (id: string, by: Asking) => {
          const cancelled = await sending.control.cancel(id, by);
          return cancelled.ok ? ok(cancelled.value.edition) : cancelled;
        },
        stop: sending.control.stopped,
      },
      reports: sending.report,
      audit: audit.room,
      ...peopleRooms(people, (sourceId) => upkeep?.reconcile(sourceId)),
      sources: sourcesRoom(people, (sourceId) => upkeep?.reconcile(sourceId)),
      exports: wireExports(foundation, keys, people),
      imports: importsRoom(imports, () => upkeep?.takeImports()),
      ...readerRooms(foundation, keys, { people, wake: () => upkeep?.drain() }),
      figures: figuresRoom(foundation, people, sending),
      confirmAddress: {
        look: post.confirm.look,
        confirm: post.confirm.confirm,
        isConfirmed: async (person: string) => (await post.confirm.confirmed(person)) !== null,
        ask: async (by: Asking) => {
          const came = await post.confirm.sendLink(by);
          return came === 'address-not-confirmed' ? ok(null) : refuse(came);
        },
      },
      push: wirePush(foundation, keys, { people, wake: () => upkeep?.drain() }),
      signUp: wireSignUp(foundation, keys, { people, post }),
      settings: settingsRoom(foundation, { settings, thread: sending.thread }),
    },
    /** Once this process serves, or as the worker it was started as; never in a console or an export. */
    begin: async (): Promise<void> => {
      const again = { everyMs: BEGIN_AGAIN_MS, until: ending.signal, log };
      // First: nothing begins on a restored database before people have looked at it.
      if (!(await insist('hold-restored', audit.holdRestored, again))) return;
      upkeep = startUpkeep(foundation, {
        audit,
        people,
        imports,
        reviews,
        sending,
        watch,
        tellColleagues,
      });
      const works = isWorker || foundation.config.worker === 'inline';
      if (works && !(await insist('work', sending.work, again))) return;
      upkeep.resumeFreezes();
      if (isWorker) log.info(LOG_EVENTS.workerBegan, {});
      await warnOfUnknownRoles(foundation);
    },
    /** Ends a beginning that has not come to its end, too. */
    cutShort: (): void => ending.abort(),
    end: async (graceMs: number): Promise<void> => {
      stopWatching();
      await Promise.all([upkeep?.stop(), sending.end(graceMs)]);
      await people.close();
    },
  };
}
