import type { DeliveryRow, Report, SENDING_ENDPOINTS, StopShown } from '../../contracts/reports';
import type { Language } from '../language';
import { found, given } from '../errors';
import { peopleShown } from '../people';
import type { DeliveryView, ReportView, Stop } from '../rooms/sending';
import { hindrancesShown } from '../words/hindrances';
import { becauseText } from '../words/deliveries';
import type { Acts, Request } from './act';
import { editionShown, pageShown, stateText } from './show';
import { visiblePage } from './visible';

type Endpoints = typeof SENDING_ENDPOINTS;

export const sendingActs: Acts<Endpoints> = {
  'sending.start': async ({ house, params, by, ...showing }) =>
    editionShown(showing, given(await house.sending.start(params.id, by))),

  'sending.pause': async ({ house, params, by, ...showing }) =>
    editionShown(showing, given(await house.sending.pause(params.id, by))),

  'sending.resume': async ({ house, params, by, ...showing }) =>
    editionShown(showing, given(await house.sending.resume(params.id, by))),

  'sending.cancel': async ({ house, params, by, ...showing }) =>
    editionShown(showing, given(await house.sending.cancel(params.id, by))),

  'sending.close': async ({ house, params, by, ...showing }) =>
    editionShown(showing, given(await house.sending.close(params.id, params.delivery, by))),

  'sending.resend': async ({ house, params, by, ...showing }) =>
    editionShown(showing, given(await house.sending.resend(params.id, params.delivery, by))),

  'stop.find': async (request) => stopShown(request, await request.house.sending.stop()),

  'stop.everything': async (request) =>
    stopShown(request, await request.house.sending.stopEverything(request.by)),

  'stop.lift': async (request) =>
    stopShown(request, await request.house.sending.liftStop(request.by)),

  'reports.find': async ({ house, params, language }) =>
    reportShown(found(await house.reports.read(params.id), 'no-such-edition'), language),

  'reports.deliveries': async ({ house, params, query, language, onReaders }) => {
    const asked = { ...query, editionId: params.id };
    const { rows, next } = await visiblePage(
      { before: query.after, limit: query.limit },
      {
        page: (last) =>
          house.reports.deliveries(last === undefined ? asked : { ...asked, after: last }),
        // A condition about an edition's campaign says nothing of its readers.
        permitted: async (deliveries) => {
          const readers = deliveries.map(({ subscriber }) => subscriber.id);
          const seen = await onReaders('subscriber.read', readers);
          return deliveries.filter(({ subscriber }) => seen.has(subscriber.id));
        },
      },
    );
    return { results: rows.map((row) => deliveryShown(row, language)), next };
  },
};

async function stopShown(
  showing: Pick<Request<Endpoints['stop.find']>, 'strapi' | 'language'>,
  { stopped, by, at }: Stop,
): Promise<StopShown> {
  const person = await peopleShown(showing, by === null ? [] : [by]);
  return { stopped, by: by === null ? null : person(by), at };
}

export function reportShown(view: ReportView, language: Language): Report {
  const { edition, counts, minutes, perMinute, estimatedEnd, reasons, unsubscribed } = view;
  return {
    state: edition.state,
    stateText: stateText(edition, language),
    readers: edition.readers ?? 0,
    counts: { ...counts },
    minutes: minutes.map((minute) => ({ ...minute })),
    perMinute,
    estimatedEnd,
    reasons: reasons.map(({ state, because, count }) => ({
      ...{ state, because, count },
      text: becauseText(because, language) ?? because,
    })),
    unsubscribed,
    hindrances: hindrancesShown(view.hindrances, language),
  };
}

export const deliveriesShown = (
  page: { readonly rows: readonly DeliveryView[]; readonly limit: number },
  language: Language,
): { results: DeliveryRow[]; next: string | null } =>
  pageShown(
    page,
    (row) => deliveryShown(row, language),
    ({ id }) => id,
  );

const deliveryShown = (
  { reply, dot, subscriber, ...row }: DeliveryView,
  language: Language,
): DeliveryRow => ({
  ...row,
  subscriber: { id: subscriber.id, label: subscriber.label },
  text: becauseText(row.because, language),
  dot: dot && { at: dot.at, transport: dot.transport },
  reply: reply && {
    stage: reply.stage,
    code: reply.code,
    enhanced: reply.enhanced,
    text: reply.text,
  },
});
