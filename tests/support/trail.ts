import { createKeys } from '../../server/src/adapters/keys/keys';
import { systemChance } from '../../server/src/adapters/clock';
import { createAuditTrail } from '../../server/src/adapters/store/audit';
import { createAuditChain } from '../../server/src/adapters/store/audit/chain';
import type { Db } from '../../server/src/adapters/store/database';
import { createLeaseStore } from '../../server/src/adapters/store/leases';
import { migrate } from '../../server/src/adapters/store/migrate';
import { createTransactions } from '../../server/src/adapters/store/transactions';
import { told, type Act } from '../../server/src/domain/audit/entry';
import type { FindingKind } from '../../server/src/domain/audit/findings';
import type { HighWaterMark } from '../../server/src/domain/audit/mark';
import { createDropAudit } from '../../server/src/flows/drop-audit';
import { createSealAudit } from '../../server/src/flows/seal-audit';
import { createVerifyAudit } from '../../server/src/flows/verify-audit';
import { TABLES } from '../../server/src/names';
import { asking } from './asking';
import type { TestDatabase } from './database';
import { NOON } from './editions';
import { createRememberedLog } from './log';
import { dropTriggers } from './triggers';

export const DATABASE_ID = 'database-1';

export const auditKeys = createKeys(
  [{ id: 'k1', secret: 'a secret of thirty-two characters' }],
  systemChance,
);

let nonces = 0;
export const signer = {
  nonce: () => `nonce-${(nonces += 1)}`,
  sign: (text: string) => auditKeys.sign('audit', text),
};

/** What is kept outside of the database, here in memory. */
export const createMarkInMemory = (mark: HighWaterMark | null = null) => ({
  mark,
  async read() {
    return this.mark;
  },
  async write(next: HighWaterMark) {
    this.mark = next;
  },
});

export type Trail = Awaited<ReturnType<typeof openTrail>>;

/**
 * An empty trail on a real database, with a sealer, a verifier, and a vandal who has the database's
 * password.
 */
export async function openTrail({ db }: Pick<TestDatabase, 'db'>) {
  await emptyTrail(db);
  const time = { now: NOON };
  const clock = { now: () => time.now };
  const audit = createAuditTrail(db, signer);
  const chain = createAuditChain(db);
  const mark = createMarkInMemory();
  const log = createRememberedLog();
  const transactions = createTransactions(db);
  const world = { transactions, clock, chance: systemChance, log };
  const deps = { chain, mark, keys: auditKeys, databaseId: DATABASE_ID, audit, ...world };
  const sealerOfAnother = () =>
    createSealAudit({ ...deps, leases: createLeaseStore(db), mark: createMarkInMemory() });
  const sealer = createSealAudit({ ...deps, leases: createLeaseStore(db) });

  const act = (person = 'ann', what: Act = 'edition.approve', id = 'edition-1') =>
    transactions.within(() =>
      audit.record(
        told(asking(person), {
          ...{ act: what, result: 'done', at: time.now },
          ...{ subject: { kind: 'edition', id }, detail: { readers: 3 } },
        }),
      ),
    );

  const verify = createVerifyAudit(deps);
  const acts = async (count: number): Promise<void> => {
    for (let done = 0; done < count; done += 1) await act();
  };
  /** Ids in the order of the chain. */
  const rowIds = async (): Promise<number[]> =>
    (await chain.links(0, 1000)).map(({ seal }) => Number(seal.rowId));
  const tamper = (work: (tables: Vandal) => Promise<unknown>) =>
    db.within((k) =>
      work({
        rows: () => db.table(k, TABLES.audit),
        seals: () => db.table(k, TABLES.auditSeals),
        drops: () => db.table(k, TABLES.auditDrops),
      }),
    );

  return {
    ...{ db, audit, chain, mark, log, time, deps, act, sealer, sealerOfAnother, transactions },
    acts,
    verify,
    kindsFound: async (): Promise<FindingKind[]> => [
      ...new Set((await verify()).findings.map(({ kind }) => kind)),
    ],
    /** Ten acts, all of them in the chain; answers the rows' ids. */
    tenActs: async (): Promise<number[]> => {
      await acts(10);
      await sealer.keepUp();
      return rowIds();
    },
    dropAfter: (auditDays: number | null) => createDropAudit({ ...deps, auditDays })(),
    rowIds,
    /** Whatever somebody with the right to write and to change tables can do. */
    vandalise: async (work: (tables: Vandal) => Promise<unknown>) => {
      await dropTriggers(db);
      await tamper(work);
    },
    /** The same without taking the triggers away first. */
    tamper,
  };
}

async function emptyTrail(db: Db): Promise<void> {
  await dropTriggers(db);
  const { audit, auditSeals, auditDrops } = TABLES;
  await db.within(async (k) => {
    for (const table of [audit, auditSeals, auditDrops]) await db.table(k, table).delete();
  });
  await migrate(db, NOON);
}

type Table = () => ReturnType<Db['table']>;

interface Vandal {
  readonly rows: Table;
  readonly seals: Table;
  readonly drops: Table;
}

/** The row at a place, counted from 0; a negative one from the end. */
export const at = (ids: readonly number[], place: number): number => ids.at(place) ?? -1;
