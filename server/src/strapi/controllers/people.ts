import type {
  LeftOutRow,
  List,
  PEOPLE_ENDPOINTS,
  Subscriber,
  SubscriberDetail,
  Suppression as SuppressionShown,
} from '../../contracts/people';
import { isKept } from '../../domain/subscribers/brake';
import type { PersonClaim } from '../../domain/subscribers/claim';
import {
  LEFT_OUT_REASONS,
  type LeftOutReason,
  type MaskedSubscriber,
} from '../../domain/subscribers/subscriber';
import { readWho, type Who } from '../../domain/subscribers/who';
import type { Suppression } from '../../domain/subscribers/suppression';
import type { SyncRun } from '../../domain/subscribers/sync-run';
import { found, given, invalid } from '../errors';
import type { Language } from '../language';
import type { ListView, SubscriberView } from '../rooms/people';
import { becauseText } from '../words/deliveries';
import { LEFT_OUT_WORDS, SUPPRESSION_WORDS } from '../words/people';
import type { Acts } from './act';
import { pageShown } from './show';
import { visiblePage } from './visible';

export const peopleActs: Acts<typeof PEOPLE_ENDPOINTS> = {
  'people.list': async ({ house, query: { after, who, ...asked }, onLists, may }) => {
    const mayReveal = may('subscriber.reveal');
    const whom = who === undefined ? null : whoOf(who);
    const query = { ...asked, ...whom, mayReveal };
    // A right to reveal that has a condition shows of a rare domain those only who meet it.
    const isRare =
      mayReveal && whom && 'domain' in whom && (await house.people.isRare(whom.domain));
    const { rows, next } = await visiblePage(
      { before: after, limit: query.limit },
      {
        page: (last) => house.people.list(last === undefined ? query : { ...query, after: last }),
        permitted: async (people) => {
          const seen = onLists('subscriber.read', people);
          return isRare ? onLists('subscriber.reveal', seen) : seen;
        },
      },
    );
    return { results: rows.map(subscriberShown), next };
  },

  'people.search': async ({ house, body: { address, reason }, by, onLists }) => {
    const row = given(await house.people.search(address, by, { reason }));
    const [seen] = onLists('subscriber.reveal', [row]);
    return subscriberShown(found(seen ?? null, 'no-such-subscriber'));
  },

  'people.find': async ({ house, params, language }) =>
    detailShown(found(await house.people.find(params.id), 'no-such-subscriber'), language),

  'people.reveal': async ({ house, params, body, by }) => {
    const { address, name } = given(await house.people.reveal(params.id, by, body));
    return { address, name };
  },

  'people.access': async ({ house, params, body, by }) =>
    given(await house.people.access(params.id, by, body)),

  'people.erase': async ({ house, params, body, by }) =>
    given(await house.people.erase(params.id, by, body)),

  'lists.list': async ({ house, onLists }) => {
    const lists = (await house.lists.all()).map((list) => ({ ...list, lists: [list.id] }));
    const open = new Set(onLists('subscriber.read', lists));
    const seen = onLists('list.read', lists);
    return { results: seen.map((list) => listShown(list, open.has(list))) };
  },

  'lists.find': async ({ house, params, may }) =>
    listShown(found(await house.lists.find(params.id), 'no-such-list'), may('subscriber.read')),

  'lists.sizes': async ({ house, params }) => {
    const sizes = found(await house.lists.sizes(params.id), 'no-such-list');
    return { results: sizes.map(({ day, readers }) => ({ day, readers })) };
  },

  'lists.leftOut': async ({ house, params, query: { because, ...page }, language }) => {
    const rows = await house.lists.leftOut({
      list: params.id,
      limit: page.limit,
      ...(because === undefined ? {} : { because: asLeftOutReason(because) }),
      ...(page.after === undefined ? {} : { after: claimKeyOf(page.after) }),
    });
    return pageShown(
      { rows: found(rows, 'no-such-list').filter(isLeftOut), limit: page.limit },
      (row) => leftOutShown(row, language),
      ({ sourceId, externalId }) => `${sourceId}:${externalId}`,
    );
  },

  'lists.sync': async ({ house, params, by }) => {
    given(await house.lists.sync(params.id, by));
    return { started: true };
  },

  'lists.letGo': async ({ house, params, body, by }) => {
    given(await house.lists.letGo(params.id, by, body));
    return { started: true };
  },

  'lists.keep': async ({ house, params, body, by }) => {
    given(await house.lists.keep(params.id, by, body));
    return { kept: true };
  },

  'suppressions.list': async ({ house, query, language }) => {
    const rows = await house.suppressions.list(query);
    return pageShown(
      { rows, limit: query.limit },
      (row) => suppressionShown(row, language),
      ({ addressHash }) => addressHash,
    );
  },

  'suppressions.add': async ({ house, body, by }) => {
    const { label } = given(await house.suppressions.add(by, body));
    return { label };
  },

  'suppressions.lift': async ({ house, params, by }) => {
    given(await house.suppressions.lift(params.hash, by));
    return { lifted: true };
  },
};

function whoOf(typed: string): Who {
  const who = readWho(typed);
  if (who) return who;
  throw invalid([{ place: 'query.who', expected: 'a masked label (t•••@e•••.com) or a domain' }]);
}

function asLeftOutReason(word: string) {
  const reason = LEFT_OUT_REASONS.find((known) => known === word);
  if (reason) return reason;
  throw invalid([{ place: 'query.because', expected: LEFT_OUT_REASONS.join(', ') }]);
}

/** A source's own ids may hold a colon; ours of sources never do. */
function claimKeyOf(cursor: string) {
  const at = cursor.indexOf(':');
  return { sourceId: cursor.slice(0, at), externalId: cursor.slice(at + 1) };
}

// Field by field, here and below: a row that one day holds more must not show it by itself.
const subscriberShown = (row: MaskedSubscriber): Subscriber => ({
  id: row.id,
  label: row.label,
  locale: row.locale,
  status: row.status,
  suppressed: row.suppressed,
  lists: [...row.lists],
  createdAt: row.createdAt,
});

const detailShown = (view: SubscriberView, language: Language): SubscriberDetail => ({
  ...subscriberShown(view),
  pausedUntil: view.pausedUntil,
  spacing: view.spacing,
  memberships: view.memberships.map(({ listId, isOn, since }) => ({ list: listId, isOn, since })),
  consents: view.consents.map(({ listId, kind, how, at, wording = null }) => ({
    ...{ list: listId, kind, how, wording, at },
  })),
  claims: view.claims.map(({ sourceId, externalId, leftOut }) => ({
    ...{ source: sourceId, externalId, leftOut },
    text: leftOut && LEFT_OUT_WORDS[leftOut][language],
  })),
  deliveries: view.deliveries.map(({ editionId, state, because, at }) => ({
    ...{ editionId, state, because, at },
    text: becauseText(because, language),
  })),
});

const listShown = ({ id, name, readers, sources }: ListView, seesReaders: boolean): List => ({
  id,
  name,
  readers,
  sources: sources.map(({ lastRun, leftOut, ...source }) => ({
    id: source.id,
    contentType: source.contentType,
    madeHere: source.madeHere,
    isLeaving: source.isLeaving,
    pausedBy: source.pausedBy,
    trouble: source.trouble,
    lastRun: lastRun && runShown(lastRun, seesReaders),
    leftOut: leftOutCounted(leftOut, seesReaders),
  })),
});

/** A source over one entry of one's own making would tell of its address whether it is suppressed. */
function leftOutCounted({ suppressed, ...others }: LeftOutCounts, seesReaders: boolean) {
  return seesReaders && suppressed !== undefined ? { ...others, suppressed } : others;
}

const runShown = (
  { id, state, startedAt, finishedAt, counts, brake }: SyncRun,
  seesReaders: boolean,
) => ({
  ...{ id, state, startedAt, finishedAt },
  counts: {
    seen: counts.seen,
    added: counts.added,
    changed: counts.changed,
    removed: counts.removed,
  },
  leftOut: leftOutCounted(counts.leftOut, seesReaders),
  brake:
    state === 'braked' ? { leaving: brake.leaving, of: brake.of, isKept: isKept(brake) } : null,
});

type LeftOutCounts = Readonly<Partial<Record<LeftOutReason, number>>>;
type LeftOutClaim = PersonClaim & { readonly leftOut: LeftOutReason };

const isLeftOut = (claim: PersonClaim): claim is LeftOutClaim => claim.leftOut !== null;

const leftOutShown = (row: LeftOutClaim, language: Language): LeftOutRow => ({
  source: row.sourceId,
  externalId: row.externalId,
  label: row.label,
  because: row.leftOut,
  text: LEFT_OUT_WORDS[row.leftOut][language],
});

const suppressionShown = (row: Suppression, language: Language): SuppressionShown => ({
  hash: row.addressHash,
  label: row.label,
  because: row.because,
  text: SUPPRESSION_WORDS[row.because][language],
  source: row.source,
  note: row.note,
  since: row.since,
});
