import type { SignUpForm } from '../domain/subscribers/sign-up';
import type { Clock, ListStore, Outbox, SignUpStore, Transactions } from '../ports';

export interface TrimDeps {
  readonly lists: Pick<ListStore, 'trimConsents' | 'takeTurn'>;
  readonly signUps: Pick<SignUpStore, 'trim'>;
  readonly outbox: Pick<Outbox, 'add'>;
  readonly transactions: Transactions;
  readonly forms: readonly Pick<SignUpForm, 'id' | 'list'>[];
  /** Years after the last mail, or the last word about it. */
  readonly consentYears: number;
  readonly clock: Clock;
}

const YEAR_MS = 365.25 * 24 * 60 * 60_000;
/** Rows looked at in one transaction. */
const AT_ONCE = 500;
/** Groups in one go, so that no hour is spent on it. */
const GROUPS = 200;

/** What was trimmed of a group, and after what the next one begins; null: it was the last. */
interface Group {
  readonly trimmed: number;
  readonly next: string | null;
}

/**
 * Forgets evidence of consents that have ended, when it is as old as the law of the site owner asks for, and
 * then what people agreed to by a form. Where somebody is on a list still, all of it stays. Each call goes on
 * where the last one ended.
 */
export function createTrimConsents(deps: TrimDeps) {
  const consents = walk((from) => deps.lists.trimConsents(from));
  const signUps = walk((from) => trimSignUps(deps, from));
  return async (): Promise<number> => {
    const before = deps.clock.now() - deps.consentYears * YEAR_MS;
    return (await consents(before)) + (await signUps(before));
  };
}

interface From {
  readonly before: number;
  readonly after: string | null;
  readonly limit: number;
}

function walk(trim: (from: From) => Promise<Group>) {
  let after: string | null = null;
  return async (before: number): Promise<number> => {
    let trimmed = 0;
    for (let group = 0; group < GROUPS; group += 1) {
      const done = await trim({ before, after, limit: AT_ONCE });
      trimmed += done.trimmed;
      after = done.next;
      if (after === null) break;
    }
    return trimmed;
  };
}

/** A form is a source too, which from then on does not name them any more. */
const trimSignUps = (
  { lists, signUps, outbox, transactions, forms, clock }: TrimDeps,
  from: From,
): Promise<Group> =>
  transactions.within(async () => {
    await lists.takeTurn();
    const listOf = new Map(forms.map(({ id, list }) => [id, list]));
    const { trimmed, next } = await signUps.trim({ ...from, listOf });
    const gone = trimmed
      .filter(({ form }) => listOf.has(form))
      .map(({ form, id }) => ({ sourceId: form, externalId: id }));
    if (gone.length > 0) await outbox.add(gone, clock.now());
    return { trimmed: trimmed.length, next };
  });
