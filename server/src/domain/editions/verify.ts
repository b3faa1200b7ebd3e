import { ok, refuse, type Result } from '../result';
import { sealedText, type Countersignature, type Instance } from './countersignature';
import type { Decision, FullEdition } from './edition';
import { seatsLeft } from '../reviews/seats';
import { fingerprintOf } from './fingerprint';
import type { StartWindow } from './window';

/** What is needed to tell a genuine countersignature; `verify` is `Keys.verify('countersign', …)`. */
export interface SealCheck {
  readonly instance: Instance;
  /** Approvals an edition needs, each by another person. */
  readonly required: number;
  /** Codes of roles of which each must be among them. */
  readonly fromEachOf: readonly string[];
  verify(sealedText: string, seal: string): boolean;
}

/** What genuine countersignatures allow. */
export interface Countersigned {
  /** Admin documentIds; at least as many as required. */
  readonly approvers: readonly string[];
  /** The time all of them allow. */
  readonly window: StartWindow;
  /** The lowest number of readers any of them was shown: drift is measured against it. */
  readonly readersShown: number;
}

/** Each is a `HeldReason`: whoever asks holds the edition with it. */
export type NotCountersigned = 'fingerprint' | 'seal';

/**
 * Whether people really approved these bytes here (P1, P3). The columns of the edition are not
 * believed: the fingerprint is made anew from the content, and every seal over it is checked. Asked
 * before the first message and at every batch. The window is answered, not judged: it binds the start
 * (`placeInWindow`), and a long sending may outlast it.
 *
 * `fingerprint`: the content is not what the edition's own fingerprint says.
 * `seal`: too few genuine seals or none from a role asked for, one that is not genuine, or somebody sent it back.
 */
export function verifyCountersigned(
  edition: FullEdition,
  decisions: readonly Decision[],
  check: SealCheck,
): Result<Countersigned, NotCountersigned> {
  if (fingerprintOf(edition.content) !== edition.fingerprint) return refuse('fingerprint');
  if (decisions.some(({ kind }) => kind === 'send-back')) return refuse('seal');

  const seals = decisions.map((decision) => genuine(edition, decision, check));
  const signed = seals.flatMap((seal) => seal ?? []);
  const approvers = [...new Set(signed.map(({ approver }) => approver))];
  if (signed.length < seals.length || approvers.length < Math.max(1, check.required)) {
    return refuse('seal');
  }
  const signatures = new Map(signed.map(({ approver, roles }) => [approver, roles ?? []]));
  if (seatsLeft(check.fromEachOf, [...signatures.values()]).missing > 0) return refuse('seal');
  return ok({
    approvers,
    window: {
      notBefore: Math.max(...signed.map(({ notBefore }) => notBefore)),
      notAfter: Math.min(...signed.map(({ notAfter }) => notAfter)),
    },
    readersShown: Math.min(...signed.map(({ readersShown }) => readersShown)),
  });
}

/** What was signed, or null if this decision is no genuine countersignature of this edition. */
function genuine(
  edition: FullEdition,
  decision: Decision,
  check: SealCheck,
): Countersignature | null {
  const { notBefore, notAfter, readersShown, roles, seal } = decision;
  if (notBefore === null || notAfter === null || readersShown === null || seal === null)
    return null;
  const signed = {
    instance: check.instance,
    editionId: edition.id,
    fingerprint: edition.fingerprint,
    approver: decision.person,
    decidedAt: decision.decidedAt,
    notBefore,
    notAfter,
    readersShown,
    roles,
  };
  return check.verify(sealedText(signed), seal) ? signed : null;
}
