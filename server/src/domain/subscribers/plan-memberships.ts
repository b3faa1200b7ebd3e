import type { Consent, ConsentKind, Membership } from './claim';
import type { ClaimBook } from './claim-book';
import type { LeftOutReason } from './subscriber';
import type { SyncQuestion } from './sync-question';

/** Why a membership may be another than before. */
export interface Touched {
  readonly how: LeftOutReason | 'source' | 'gone' | 'address-changed';
}

interface Changed {
  readonly touched: ReadonlyMap<string, Touched>;
  /** Which words those agreed to who come by this source. */
  readonly wordings: ReadonlyMap<string, string>;
}

/**
 * On the list is who a claim holds there, if every claim that holds says yes: one for each source, so of
 * several sources all must agree; never who left the list themselves. Each change is kept as evidence.
 */
export function planMemberships(
  question: SyncQuestion,
  book: ClaimBook,
  { touched, wordings }: Changed,
): { memberships: Membership[]; consents: Consent[] } {
  const { listId, sourceId, now } = question;
  const were = whoWasOn(question);
  const left = whoLeft(question);
  const changes = [...touched]
    .map(([subscriberId, { how }]) => ({
      subscriberId,
      how,
      isOn: !left.has(subscriberId) && isOn(subscriberId, question, book),
    }))
    .filter(({ subscriberId, isOn }) => isOn !== were.has(subscriberId));
  return {
    memberships: changes.map(({ subscriberId, isOn }) => ({
      listId,
      subscriberId,
      isOn,
      since: now,
    })),
    consents: changes.map(({ subscriberId, how, isOn }) => ({
      listId,
      subscriberId,
      kind: kindOf(how, isOn),
      sourceId,
      how: isOn ? 'source' : how,
      at: now,
      ...(isOn ? wordingOf(subscriberId, wordings) : {}),
    })),
  };
}

const wordingOf = (subscriberId: string, wordings: ReadonlyMap<string, string>) => {
  const wording = wordings.get(subscriberId);
  return wording === undefined ? {} : { wording };
};

const whoWasOn = ({ listId, memberships }: SyncQuestion): ReadonlySet<string> =>
  new Set(memberships.filter((m) => m.listId === listId && m.isOn).map((m) => m.subscriberId));

const whoLeft = ({ listId, memberships }: SyncQuestion): ReadonlySet<string> =>
  new Set(
    memberships.filter((m) => m.listId === listId && m.leftAt !== null).map((m) => m.subscriberId),
  );

function isOn(subscriberId: string, { sourcesOfList }: SyncQuestion, book: ClaimBook): boolean {
  const holders = book
    .holders(subscriberId)
    .filter(({ sourceId }) => sourcesOfList.includes(sourceId));
  return holders.length > 0 && holders.every(({ leftOut }) => leftOut === null);
}

function kindOf(how: Touched['how'], isOn: boolean): ConsentKind {
  if (isOn) return 'given';
  return how === 'no-consent' ? 'withdrawn' : 'ended';
}
