import { createMarkFile } from '../adapters/mark-file';
import { createAuditChain } from '../adapters/store/audit/chain';
import { createLeaseStore } from '../adapters/store/leases';
import type { Instance } from '../domain/editions/countersignature';
import { createDropAudit } from '../flows/drop-audit';
import { createHoldRestored } from '../flows/hold-restored';
import { createSealAudit } from '../flows/seal-audit';
import { createVerifyAudit } from '../flows/verify-audit';
import type { Keys } from '../ports';
import { journalFolder } from './folders';
import type { Foundation } from './foundation';
import { instanceOf, openKeys } from './identity';

/**
 * Only what reading the trail needs: no thread, no queue, no watch on anybody's rows.
 *
 * @throws in words, without a secret or with another than the database was written with
 */
export async function wireAuditor(foundation: Foundation) {
  const { secret } = foundation.config;
  if (secret === null) {
    throw new Error('countersign: the audit trail cannot be verified without secret');
  }
  const keys = await openKeys(foundation, secret);
  return wireAudit(foundation, keys, await instanceOf(foundation)).room.verify;
}

/** The chain over what acts write down. */
export function wireAudit(foundation: Foundation, keys: Keys, { databaseId }: Instance) {
  const { config, db, stores, world } = foundation;
  const deps = {
    ...{ ...stores, ...world, keys, databaseId },
    chain: createAuditChain(db),
    mark: createMarkFile(journalFolder(foundation)),
    leases: createLeaseStore(db),
    auditDays: config.retention.auditDays,
  };
  return {
    ...createSealAudit(deps),
    dropOld: createDropAudit(deps),
    holdRestored: createHoldRestored(deps),
    room: {
      list: stores.audit.list,
      editionNames: async (ids: readonly string[]) => {
        const editions = await stores.editions.list({ ids, limit: ids.length });
        return new Map(editions.map(({ id, name }) => [id, name]));
      },
      verify: createVerifyAudit(deps),
    },
  };
}

export type Audit = ReturnType<typeof wireAudit>;
