import { z } from '@strapi/utils';
import type { Endpoints } from './endpoint';
import { erasureReceipt, personFile } from './person-file';
import { leftOutRow, list } from './list-shapes';
import { SUPPRESSION_ENDPOINTS } from './suppressions';
import { byId, count, id, limit, maybeTime, pageOf, time } from './shapes';

/** A subscriber as everybody with `subscriber.read` may see them. */
export const subscriber = z.object({
  id: z.string(),
  label: z.string(),
  locale: z.string().nullable(),
  status: z.string(),
  suppressed: z.string().nullable(),
  lists: z.array(z.string()),
  createdAt: time,
});

export const subscriberDetail = subscriber.extend({
  /** Until when they asked to get nothing, if that is not over. */
  pausedUntil: maybeTime,
  /** How many days they want between newsletters, if they said so. */
  spacing: z.number().int().nullable(),
  memberships: z.array(z.object({ list: z.string(), isOn: z.boolean(), since: time })),
  consents: z.array(
    z.object({
      list: z.string(),
      kind: z.string(),
      how: z.string(),
      wording: z.string().nullable().describe('Which version of the words they agreed to'),
      at: time,
    }),
  ),
  claims: z.array(
    z.object({
      source: z.string(),
      externalId: z.string(),
      leftOut: z.string().nullable(),
      text: z.string().nullable(),
    }),
  ),
  deliveries: z.array(
    z.object({
      editionId: z.string(),
      state: z.string(),
      because: z.string().nullable(),
      text: z.string().nullable(),
      at: maybeTime,
    }),
  ),
});

export type Subscriber = z.infer<typeof subscriber>;
export type SubscriberDetail = z.infer<typeof subscriberDetail>;
export type { LeftOutRow, List } from './list-shapes';
export type { Suppression } from './suppressions';

const reason = z.string().trim().min(1).max(500);
const cursor = z.string().max(256).optional();

export const PEOPLE_ENDPOINTS = {
  'people.list': {
    door: 'admin',
    method: 'GET',
    shows: 'personal-data',
    path: '/subscribers',
    needs: ['subscriber.read'],
    about: 'some-of-them',
    query: z.object({
      list: id.optional(),
      status: z.enum(['active', 'suppressed', 'erased']).optional(),
      /** A masked label or a domain, never an address. */
      who: z.string().trim().min(1).max(260).optional(),
      after: cursor,
      limit,
    }),
    status: 200,
    answer: pageOf(subscriber),
    summary: 'Subscribers, masked; all, or by list, status, masked label or domain',
  },
  'people.search': {
    door: 'admin',
    method: 'POST',
    shows: 'personal-data',
    path: '/subscribers/search',
    needs: ['subscriber.reveal'],
    about: 'some-of-them',
    body: z.object({ address: z.string().trim().min(3).max(320), reason }),
    status: 200,
    answer: subscriber,
    summary: 'Find the subscriber of an address; who asked and why goes into the audit trail',
  },
  'people.find': {
    door: 'admin',
    method: 'GET',
    shows: 'personal-data',
    path: '/subscribers/:id',
    needs: ['subscriber.read'],
    about: 'subscriber',
    params: byId,
    status: 200,
    answer: subscriberDetail,
    summary: 'One subscriber, masked, with lists, consents, claims and last deliveries',
  },
  'people.reveal': {
    door: 'admin',
    method: 'POST',
    shows: 'personal-data',
    path: '/subscribers/:id/reveal',
    needs: ['subscriber.reveal'],
    about: 'subscriber',
    params: byId,
    body: z.object({ reason }),
    status: 200,
    answer: z.object({ address: z.string(), name: z.string().nullable() }),
    summary: 'Show one address; who asked and why goes into the audit trail',
  },
  'people.access': {
    door: 'admin',
    method: 'POST',
    shows: 'personal-data',
    path: '/subscribers/:id/access',
    needs: ['subscriber.reveal'],
    about: 'subscriber',
    params: byId,
    body: z.object({ reason }),
    status: 200,
    answer: personFile,
    summary: 'All that is held on one person; who asked and why goes into the audit trail',
  },
  'people.erase': {
    door: 'admin',
    method: 'POST',
    shows: 'personal-data',
    path: '/subscribers/:id/erase',
    needs: ['subscriber.erase'],
    about: 'subscriber',
    params: byId,
    body: z.object({ reason }),
    status: 200,
    answer: erasureReceipt,
    summary: 'Erase one person for good; the keyed hash stays, so that no source brings them back',
  },
  'lists.list': {
    door: 'admin',
    method: 'GET',
    path: '/lists',
    needs: ['list.read'],
    about: 'some-of-them',
    status: 200,
    answer: z.object({ results: z.array(list) }),
    summary: 'All lists with their sources',
  },
  'lists.find': {
    door: 'admin',
    method: 'GET',
    path: '/lists/:id',
    needs: ['list.read'],
    about: 'list',
    params: byId,
    status: 200,
    answer: list,
    summary: 'One list; while it is synced, how far that is',
  },
  'lists.sizes': {
    door: 'admin',
    method: 'GET',
    path: '/lists/:id/sizes',
    needs: ['list.read'],
    about: 'list',
    params: byId,
    status: 200,
    answer: z.object({ results: z.array(z.object({ day: z.string(), readers: count })) }),
    summary: 'How many were on the list, day by day, for the last 90 days',
  },
  'lists.leftOut': {
    door: 'admin',
    method: 'GET',
    shows: 'personal-data',
    path: '/lists/:id/left-out',
    needs: ['subscriber.read'],
    about: 'list',
    params: byId,
    query: z.object({ because: z.string().max(32).optional(), after: cursor, limit }),
    status: 200,
    answer: pageOf(leftOutRow),
    summary: 'Who of the sources is not on the list, and why',
  },
  'lists.sync': {
    door: 'admin',
    method: 'POST',
    path: '/lists/:id/sync',
    needs: ['list.sync'],
    about: 'list',
    params: byId,
    status: 202,
    answer: z.object({ started: z.literal(true) }),
    summary: 'Reconcile the list with its sources now',
  },
  'lists.letGo': {
    door: 'admin',
    method: 'POST',
    path: '/lists/:id/let-go',
    needs: ['subscriber.write'],
    about: 'list',
    params: byId,
    body: z.object({ run: id }),
    status: 202,
    answer: z.object({ started: z.literal(true) }),
    summary: 'Let as many people leave the list as a stopped sync counted',
  },
  'lists.keep': {
    door: 'admin',
    method: 'POST',
    path: '/lists/:id/keep',
    needs: ['subscriber.write'],
    about: 'list',
    params: byId,
    body: z.object({ run: id }),
    status: 200,
    answer: z.object({ kept: z.literal(true) }),
    summary: 'Leave the list as it is after a sync has stopped',
  },
  ...SUPPRESSION_ENDPOINTS,
} as const satisfies Endpoints;
