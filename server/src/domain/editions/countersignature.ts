import { canonicalJson } from './canonical';

/**
 * Which installation a seal belongs to. A restored backup, an import or a cloned staging system is
 * another one, so its editions come up held. The key's id is part of the seal itself.
 */
export interface Instance {
  readonly publicUrl: string;
  /** Made once for each database. */
  readonly databaseId: string;
}

/** What an approver signs; times in ms since 1970. */
export interface Countersignature {
  readonly instance: Instance;
  readonly editionId: string;
  readonly fingerprint: string;
  /** Admin documentId. */
  readonly approver: string;
  readonly decidedAt: number;
  readonly notBefore: number;
  readonly notAfter: number;
  /** The number of readers the approver was shown. */
  readonly readersShown: number;
  /** Codes of the roles asked for that the approver held; null: none was asked for. */
  readonly roles: readonly string[] | null;
}

/** The text under the seal: `Keys.sign('countersign', …)`. */
export const sealedText = (signed: Countersignature): string =>
  canonicalJson({
    approver: signed.approver,
    decidedAt: signed.decidedAt,
    editionId: signed.editionId,
    fingerprint: signed.fingerprint,
    instance: { databaseId: signed.instance.databaseId, publicUrl: signed.instance.publicUrl },
    notAfter: signed.notAfter,
    notBefore: signed.notBefore,
    readersShown: signed.readersShown,
    // Absent and not null: seals from before roles could be asked for stay genuine.
    ...(signed.roles === null ? {} : { roles: signed.roles }),
  });
