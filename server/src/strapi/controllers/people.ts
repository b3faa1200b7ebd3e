import type {
  LeftOutRow,
  List,
  PEOPLE_ENDPOINTS,
  Subscriber,
  SubscriberDetail,
  Suppression,
} from '../../contracts/people';
import { LEFT_OUT_REASONS, type MaskedSubscriber } from '../../domain/subscribers/subscriber';
import { found, given, invalidAt, Refused } from '../errors';
import type { Language } from '../language';
import type { LeftOutView, ListView, SubscriberView, SuppressionView } from '../rooms/people';
import { becauseText } from '../words/deliveries';
import { LEFT_OUT_WORDS, SUPPRESSION_WORDS } from '../words/people';
import type { Acts } from './act';
import { pageShown } from './show';

export const peopleActs: Acts<typeof PEOPLE_ENDPOINTS> = {
  'people.list': async ({ house, query }) => {
    const rows = await house.people.list(query);
    return pageShown({ rows, limit: query.limit }, subscriberShown, ({ id }) => id);
  },

  'people.find': async ({ house, params, language }) =>
    detailShown(found(await house.people.find(params.id), 'no-such-subscriber'), language),

  'people.reveal': async ({ house, params, body, by }) => {
    const { address, name } = given(await house.people.reveal(params.id, by, body));
    return { address, name };
  },

  'lists.list': async ({ house }) => ({ results: (await house.lists.all()).map(listShown) }),

  'lists.find': async ({ house, params }) =>
    listShown(found(await house.lists.find(params.id), 'no-such-list')),

  'lists.leftOut': async ({ house, params, query: { because, ...page }, language }) => {
    const reason = because === undefined ? {} : { because: asLeftOutReason(because) };
    const rows = await house.lists.leftOut({ ...page, ...reason, list: params.id });
    return pageShown(
      { rows, limit: page.limit },
      (row) => leftOutShown(row, language),
      ({ source, externalId }) => `${source}:${externalId}`,
    );
  },

  'lists.sync': async ({ house, params, by }) => {
    const { runId } = given(await house.lists.sync(params.id, by));
    return { runId };
  },

  'suppressions.list': async ({ house, query, language }) => {
    const rows = await house.suppressions.list(query);
    return pageShown(
      { rows, limit: query.limit },
      (row) => suppressionShown(row, language),
      ({ hash }) => hash,
    );
  },

  'suppressions.add': async ({ house, body, by, language }) =>
    suppressionShown(given(await house.suppressions.add(by, body)), language),

  'suppressions.lift': async ({ house, params, by }) => {
    given(await house.suppressions.lift(params.hash, by));
    return { lifted: true };
  },
};

function asLeftOutReason(word: string) {
  const reason = LEFT_OUT_REASONS.find((known) => known === word);
  if (reason) return reason;
  throw new Refused('invalid-request', [invalidAt('query.because', LEFT_OUT_REASONS.join(', '))]);
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
  memberships: view.memberships.map(({ list, isOn, since }) => ({ list, isOn, since })),
  consents: view.consents.map(({ list, kind, how, at }) => ({ list, kind, how, at })),
  claims: view.claims.map(({ source, externalId, leftOut }) => ({
    ...{ source, externalId, leftOut },
    text: leftOut && LEFT_OUT_WORDS[leftOut][language],
  })),
  deliveries: view.deliveries.map(({ editionId, state, because, at }) => ({
    ...{ editionId, state, because, at },
    text: becauseText(because, language),
  })),
});

const listShown = ({ id, name, readers, sources }: ListView): List => ({
  id,
  name,
  readers,
  sources: sources.map(({ lastRun, leftOut, ...source }) => ({
    id: source.id,
    contentType: source.contentType,
    lastRun: lastRun && { ...lastRun, counts: { ...lastRun.counts } },
    leftOut: { ...leftOut },
  })),
});

const leftOutShown = (row: LeftOutView, language: Language): LeftOutRow => ({
  source: row.source,
  externalId: row.externalId,
  label: row.label,
  because: row.because,
  text: LEFT_OUT_WORDS[row.because][language],
});

const suppressionShown = (row: SuppressionView, language: Language): Suppression => ({
  hash: row.hash,
  label: row.label,
  because: row.because,
  text: SUPPRESSION_WORDS[row.because][language],
  source: row.source,
  since: row.since,
});
