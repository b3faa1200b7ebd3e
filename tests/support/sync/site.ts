import type { Core } from '@strapi/strapi';
import { readConfig } from '../../../server/src/config/validate';
import { PLUGIN_ID, TABLES, USER_UID } from '../../../server/src/names';
import { layFoundation } from '../../../server/src/wiring/foundation';
import { openKeys } from '../../../server/src/wiring/identity';
import { wirePeople } from '../../../server/src/wiring/people';
import { bootStrapi } from '../strapi';
import { openCrm } from './crm';
import { addGuests, GUEST_UID, GUESTS_SOURCE } from './guest-type';
import { guestsOf } from './guests';
import { leavingOf } from './leaving';
import { stateOf } from './state';
import { usersOf, type HostAct } from './users';

/** How a change comes to us: the host's hooks are heard, or they are not and everybody is gone through. */
export type Column = 'hook' | 'reconcile';

export type Site = Awaited<ReturnType<typeof openSite>>;

/** A Strapi with two sources for one list. Its hooks are its own; when a sync runs is the test's to say. */
export async function openSite() {
  const crm = await openCrm();
  const app = await bootStrapi({
    prepare: addGuests,
    isServing: false,
    env: { COUNTERSIGN_MORE_SOURCES: JSON.stringify([GUESTS_SOURCE, crm.source]) },
  });
  const { strapi } = app;
  const late = { ms: 0 };
  const { people, keys } = await wire(strapi, { now: () => Date.now() + late.ms });
  const heard = { column: 'hook' as Column };
  const act = hostAct(strapi, heard);
  const fields = fieldsOf(strapi);
  const settle = async (): Promise<void> => {
    const due: string[] = [];
    try {
      await people.sync.drain((id) => void due.push(id));
    } finally {
      await people.sync.reconcileEach(due);
    }
    if (due.length > 0) await settle();
  };
  const reconcile = async (): Promise<void> => {
    await people.sync.reconcileEach(people.sourcesOfLists().map(({ id }) => id));
    await settle();
  };

  return {
    strapi,
    people,
    users: usersOf(strapi, act),
    guests: guestsOf(strapi, act),
    crm,
    leaving: leavingOf(people, keys),
    state: () => stateOf(people),
    settle,
    reconcile,
    /** Whatever changes come to us the way of this column from here on. */
    hearBy: (column: Column) => void (heard.column = column),
    follow: () => (heard.column === 'hook' ? settle() : reconcile()),
    ...fields,
    pass: (ms: number) => void (late.ms += ms),
    /** As on the first day. */
    empty: async () => {
      fields.findFields();
      late.ms = 0;
      heard.column = 'hook';
      await strapi.db.query(USER_UID).deleteMany({});
      await strapi.db.query(GUEST_UID).deleteMany({});
      await crm.empty();
      for (const table of EMPTIED) await strapi.db.getConnection(TABLES[table]).delete();
    },
    close: async () => {
      await people.close();
      await app.close();
      await crm.close();
    },
  };
}

const EMPTIED = [
  ...(['claims', 'memberships', 'consents', 'subscribers'] as const),
  ...(['suppressions', 'outbox', 'syncRuns'] as const),
];

async function wire(strapi: Core.Strapi, clock: { now(): number }) {
  const config = readConfig(strapi.config.get(`plugin::${PLUGIN_ID}`));
  const foundation = layFoundation(strapi, config);
  const world = { ...foundation.world, clock };
  const keys = await openKeys(foundation, config.secret ?? '');
  const people = wirePeople({ ...foundation, world }, keys);
  await people.sync.prepare();
  return { people, keys };
}

/** Takes back what hooks noted of an act that nobody was to hear, and nothing else. */
function hostAct(strapi: Core.Strapi, heard: { readonly column: Column }): HostAct {
  const outbox = () => strapi.db.getConnection(TABLES.outbox);
  return async (act) => {
    // Of several acts in one transaction the outermost sees to it: SQLite has one connection.
    if (heard.column === 'hook' || strapi.db.inTransaction()) return act();
    const [newest] = await outbox().max('id as id');
    try {
      return await act();
    } finally {
      await outbox()
        .where('id', '>', newest?.id ?? 0)
        .delete();
    }
  };
}

/** Somebody takes a field out of a content type, and puts it back. */
function fieldsOf(strapi: Core.Strapi) {
  const lost: (() => void)[] = [];
  return {
    loseField: (uid: string, field: string): void => {
      const { attributes } = strapi.contentType(uid as typeof USER_UID);
      const attribute: unknown = Reflect.get(attributes, field);
      Reflect.deleteProperty(attributes, field);
      lost.push(() => void Reflect.set(attributes, field, attribute));
    },
    findFields: (): void => lost.splice(0).forEach((find) => find()),
  };
}
