import { z } from '@strapi/utils';
import { editionSummary } from './editions';
import type { Endpoints } from './endpoint';
import { byId, count, id, limit, maybeTime, pageOf, person, time } from './shapes';

const deliveryState = z.enum([
  'pending',
  'sending',
  'accepted',
  'deferred',
  'rejected',
  'skipped',
  'uncertain',
]);

export const report = z.object({
  state: z.string(),
  stateText: z.string(),
  readers: count,
  counts: z.record(deliveryState, count),
  /** One for each minute in which something was settled. */
  minutes: z.array(z.object({ at: time, accepted: count, deferred: count, rejected: count })),
  /** Accepted in the last minute; null when nothing is being sent. */
  perMinute: z.number().nullable(),
  estimatedEnd: maybeTime,
  reasons: z.array(
    z.object({ state: deliveryState, because: z.string(), text: z.string(), count }),
  ),
  unsubscribed: count,
  /** Why it takes longer than it could, in words; empty unless it is being sent. */
  hindrances: z.array(
    z.object({
      what: z.enum(['provider', 'transport']),
      text: z.string(),
      /** When nothing goes out that way until then. */
      until: maybeTime,
    }),
  ),
});

/** One delivery, its reader masked. */
export const deliveryRow = z.object({
  id: z.string(),
  subscriber: z.object({ id: z.string(), label: z.string().nullable() }),
  locale: z.string(),
  state: deliveryState,
  because: z.string().nullable(),
  text: z.string().nullable(),
  reply: z
    .object({
      stage: z.string(),
      code: z.number().int(),
      enhanced: z.string().nullable(),
      text: z.string(),
    })
    .nullable(),
  /** Of an uncertain one: when its final dot was written, and to which transport. */
  dot: z.object({ at: time, transport: z.string() }).nullable(),
  attempts: count,
  at: maybeTime,
});

export const stop = z.object({ stopped: z.boolean(), by: person.nullable(), at: maybeTime });

export type Report = z.infer<typeof report>;
export type DeliveryRow = z.infer<typeof deliveryRow>;
export type StopShown = z.infer<typeof stop>;

export const deliveriesQuery = z.object({
  state: deliveryState.optional(),
  after: id.optional(),
  limit,
});
export const deliveryPage = pageOf(deliveryRow);

const control = (act: string, needs: string, summary: string) =>
  ({
    door: 'admin',
    method: 'POST',
    path: `/editions/:id/${act}`,
    about: 'edition',
    needs: [needs],
    params: byId,
    status: 200,
    answer: editionSummary,
    summary,
  }) as const;

const onUncertain = (act: string, summary: string) =>
  ({
    ...control(act, 'campaign.control', summary),
    path: `/editions/:id/deliveries/:delivery/${act}`,
    params: byId.extend({ delivery: id }),
  }) as const;

const stopEndpoint = {
  door: 'admin',
  path: '/stop-everything',
  needs: ['campaign.read'],
  status: 200,
  answer: stop,
} as const;

export const SENDING_ENDPOINTS = {
  'sending.start': control('start', 'campaign.schedule', 'Start a countersigned edition'),
  'sending.pause': control('pause', 'campaign.control', 'Begin no further message'),
  'sending.resume': control('resume', 'campaign.control', 'Go on after a pause'),
  'sending.cancel': control('cancel', 'campaign.control', 'Never send the rest'),
  'sending.close': onUncertain('close', 'An uncertain delivery: nobody sends it again'),
  'sending.resend': onUncertain('resend', 'An uncertain delivery: send it again'),
  'stop.find': {
    ...stopEndpoint,
    about: 'some-of-them',
    method: 'GET',
    summary: 'Whether everything is stopped, and by whom',
  },
  'stop.everything': {
    ...stopEndpoint,
    about: 'some-of-them',
    method: 'POST',
    summary: 'Stop every edition at once',
  },
  'stop.lift': {
    ...stopEndpoint,
    method: 'POST',
    path: '/stop-everything/lift',
    needs: ['campaign.control'],
    summary: 'Lift the stop',
  },
  'reports.find': {
    door: 'admin',
    method: 'GET',
    path: '/editions/:id/report',
    about: 'edition',
    needs: ['report.read', 'campaign.read'],
    params: byId,
    status: 200,
    answer: report,
    summary: 'Numbers of one edition, by outcome, reason and minute',
  },
  'reports.deliveries': {
    door: 'admin',
    method: 'GET',
    shows: 'personal-data',
    path: '/editions/:id/deliveries',
    about: 'some-of-them',
    needs: ['subscriber.read'],
    params: byId,
    query: deliveriesQuery,
    status: 200,
    answer: deliveryPage,
    summary: 'Deliveries of one edition with masked readers',
  },
} as const satisfies Endpoints;
