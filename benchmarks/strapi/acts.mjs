/** Many people at once, each with an act that leaves its row in the audit trail, while it is being sealed. */
import { setTimeout as wait } from 'node:timers/promises';

const SEALED_WITHIN_MS = 10_000;

/**
 * `clients` people, each with so many acts a second, whether or not the one before is through: an act
 * that has to wait shows in its own figure and in all that come after it.
 *
 * @returns the wait of each act in ms, how many a second were done, and ms until the last was in the chain
 */
export async function timeActs(strapi, { clients, perSecond, seconds }) {
  const { audit } = strapi.plugin('countersign').service('house').opened().entrance;
  const begunAt = performance.now();
  const ofEach = await Promise.all(
    Array.from({ length: clients }, (_, n) =>
      oneClient(audit, {
        person: `bench-${n}`,
        firstMs: (n * 1000) / (clients * perSecond),
        perSecond,
        seconds,
      }),
    ),
  );
  const endedAt = performance.now();
  await everythingSealed(strapi.db.connection);
  const waits = ofEach.flat();
  return {
    waits,
    rate: (waits.length * 1000) / (endedAt - begunAt),
    sealedMs: performance.now() - endedAt,
  };
}

async function oneClient(audit, { person, firstMs, perSecond, seconds }) {
  const by = { person, door: 'admin', ip: '127.0.0.1' };
  const begunAt = performance.now() + firstMs;
  const acts = Array.from({ length: perSecond * seconds }, async (_, n) => {
    const dueAt = begunAt + (n * 1000) / perSecond;
    await wait(dueAt - performance.now());
    // The smallest act there is: a transaction with nothing in it but its row.
    await audit.refused(by, 'campaign.approve', 'not-permitted');
    return performance.now() - dueAt;
  });
  return Promise.all(acts);
}

async function everythingSealed(connection) {
  const until = performance.now() + SEALED_WITHIN_MS;
  for (;;) {
    const [rows, seals] = await Promise.all(
      ['countersign_audit', 'countersign_audit_seals'].map((table) => countOf(connection, table)),
    );
    if (rows === seals) return;
    if (performance.now() > until) throw new Error(`${seals} of ${rows} rows were sealed`);
    await wait(20);
  }
}

async function countOf(connection, table) {
  const [{ n }] = await connection(table).count({ n: '*' });
  return Number(n);
}
