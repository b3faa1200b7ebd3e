import type { Core } from '@strapi/types';
import { migrate } from './adapters/store/migrate';
import type { Config } from './config/config';
import type { Asking } from './domain/access/asking';
import { ok } from './domain/result';
import { findGaps } from './flows/find-gaps';
import { createChangeSettings } from './flows/change-settings';
import { createNoticeChange } from './flows/notice-change';
import { campaignRoom } from './wiring/campaign-room';
import { layFoundation, type Foundation } from './wiring/foundation';
import { warnOfWeakKeys } from './wiring/dkim';
import { instanceOf, openKeys } from './wiring/identity';
import { peopleRooms } from './wiring/people-rooms';
import { wirePeople } from './wiring/people';
import { readerRooms } from './wiring/reader-rooms';
import { wireReviews } from './wiring/reviews';
import { wireSending } from './wiring/sending';
import { settingsRoom } from './wiring/settings-room';
import { startUpkeep, type Upkeep } from './wiring/upkeep';
import { VERSION } from './wiring/versions';

/** Makes our tables, then config → adapters → flows; the only place that knows them all. */
export async function wire(strapi: Core.Strapi, config: Config) {
  const foundation = layFoundation(strapi, config);
  warnOfWeakKeys(config.dkim, foundation.world.log);
  await migrate(foundation.db, foundation.world.clock.now());
  const settings = createChangeSettings({ ...foundation.stores, ...foundation.world });
  const entrance = buildEntrance(foundation, settings);
  const { secret } = config;
  if (secret === null) return { entrance, wired: null };
  return { entrance, wired: await buildHouse(foundation, { settings, secret, ...entrance }) };
}

type Settings = ReturnType<typeof createChangeSettings>;

function buildEntrance({ config, stores, world }: Foundation, settings: Settings) {
  const means = { ...config, identity: settings.identity, senders: settings.senders };
  return {
    version: VERSION,
    setUp: { gaps: () => findGaps(means) },
    watch: createNoticeChange({ ...stores, ...world }),
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
  readonly settings: Settings;
  readonly secret: string;
  readonly watch: ReturnType<typeof createNoticeChange>;
}

async function buildHouse(foundation: Foundation, { settings, secret, watch }: Given) {
  const keys = await openKeys(foundation, secret);
  const instance = await instanceOf(foundation);
  const people = wirePeople(foundation, keys);
  const reviews = wireReviews(foundation, keys, { people, instance });
  const sending = wireSending(foundation, keys, { people, instance });
  await people.sync.prepare();

  let upkeep: Upkeep | null = null;
  const stopWatching = people.watch(() => upkeep?.drain());
  return {
    house: {
      campaigns: campaignRoom(foundation, { people, reviews, thread: sending.thread }),
      editions: reviews.editions,
      reviews: reviews.review,
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
      ...peopleRooms(people, (sourceId) => upkeep?.reconcile(sourceId)),
      ...readerRooms(foundation, keys, people),
      settings: settingsRoom(foundation, { settings, thread: sending.thread }),
    },
    /** Once this process serves; never in a console or an export. */
    begin: async (): Promise<void> => {
      upkeep = startUpkeep(foundation, { people, reviews, sending, watch });
      if (foundation.config.worker === 'inline') await sending.work();
    },
    end: async (graceMs: number): Promise<void> => {
      stopWatching();
      await Promise.all([upkeep?.stop(), sending.end(graceMs)]);
    },
  };
}
