/** Changes of users by Strapi's own database layer, as its routes make them. */
import { setTimeout as wait } from 'node:timers/promises';

const USER = 'plugin::users-permissions.user';
const LOOK_EVERY_MS = 20;

const users = (strapi, limit) =>
  strapi.db.query(USER).findMany({ select: ['id', 'documentId'], limit, orderBy: 'id' });

/**
 * By turns a change that concerns a source and one that does not, of one user after the other; ms of each. What
 * the first costs more is what we add.
 */
export async function timeWrites(strapi, { count }) {
  const times = { ours: [], others: [] };
  for (const [at, { id }] of (await users(strapi, count)).entries()) {
    const turns = at % 2 === 0 ? ['ours', 'others'] : ['others', 'ours'];
    for (const turn of turns) {
      const data =
        turn === 'ours'
          ? { displayName: `Changed ${at}` }
          : { resetPasswordToken: `changed ${at}` };
      const begunAt = performance.now();
      await strapi.db.query(USER).update({ where: { id }, data });
      times[turn].push(performance.now() - begunAt);
      // What follows in the background is over before the next.
      await wait(15);
    }
  }
  return times;
}

/** So many changes a second; ms from each until what the source says of that person is applied. */
export async function timeLive(strapi, { perSecond, seconds }) {
  const some = await users(strapi, perSecond * seconds);
  const look = await watchClaims(strapi.db, some);
  const begunAt = performance.now();
  for (const [at, { id, documentId }] of some.entries()) {
    await wait(Math.max(0, begunAt + (at * 1000) / perSecond - performance.now()));
    await strapi.db.query(USER).update({ where: { id }, data: { displayName: `Live ${at}` } });
    look.begin(documentId);
  }
  const changesPerSecond = (some.length * 1000) / (performance.now() - begunAt);
  return { waits: await look.waits(), perSecond: changesPerSecond };
}

/** Looks again and again whether the claims of those who have begun say something else than now. */
async function watchClaims(db, people) {
  const before = await rowHashes(
    db,
    people.map(({ documentId }) => documentId),
  );
  const begun = new Map();
  const waits = [];
  const goOn = async () => {
    while (waits.length < people.length) {
      await wait(LOOK_EVERY_MS);
      for (const [id, hash] of await rowHashes(db, [...begun.keys()])) {
        if (hash === before.get(id)) continue;
        waits.push(performance.now() - begun.get(id));
        begun.delete(id);
      }
    }
    return waits;
  };
  const looking = goOn();
  return { begin: (id) => void begun.set(id, performance.now()), waits: () => looking };
}

async function rowHashes({ connection }, ids) {
  const rows = await connection('countersign_people_claims')
    .whereIn('external_id', ids)
    .select('external_id', 'row_hash');
  return new Map(rows.map((row) => [row.external_id, row.row_hash]));
}
