import type { API_ENDPOINTS } from '../../contracts/public';
import { found, Refused } from '../errors';
import { peopleShown } from '../people';
import type { Acts } from './act';
import { contentShown, editionQueryOf } from './editions';
import { deliveriesShown, reportShown } from './reports';
import { editionsShown, summaryOf } from './show';

/** Read-only, for programs: nothing here can change anything, and no reader is unmasked. */
export const apiActs: Acts<typeof API_ENDPOINTS> = {
  'edition.find': async ({ house, query, ...showing }) => {
    const editions = await house.editions.list(editionQueryOf(query));
    const last = editions.length < query.limit ? undefined : editions.at(-1);
    return { results: await editionsShown(showing, editions), next: last?.id ?? null };
  },

  'edition.findOne': async ({ house, params, ...showing }) => {
    const view = found(await house.editions.find(params.id), 'no-such-edition');
    const { edition, audience } = view;
    const person = await peopleShown(showing, [edition.submittedBy]);
    return {
      ...summaryOf(edition, person, showing.language),
      fingerprint: edition.fingerprint,
      content: contentShown(edition.content),
      audience: { readers: audience.readers, leftOut: { ...audience.leftOut } },
    };
  },

  'report.findOne': async ({ house, params, language }) =>
    reportShown(found(await house.reports.read(params.id), 'no-such-edition'), language),

  'metrics.find': async ({ house }) => {
    const text = await house.figures.metrics();
    if (text === null) throw new Refused('no-metrics-library');
    return text;
  },

  'delivery.find': async ({ house, params, query, language }) => {
    const rows = await house.reports.deliveries({ ...query, editionId: params.id });
    return deliveriesShown({ rows, limit: query.limit }, language);
  },
};
