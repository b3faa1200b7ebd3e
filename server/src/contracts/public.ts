import { z } from '@strapi/utils';
import { pushAnswer, pushBody } from './push';
import { editionDetail, editionPage, editionsQuery } from './editions';
import type { Endpoints } from './endpoint';
import { deliveriesQuery, deliveryPage, report } from './reports';
import { byId } from './shapes';

/** An edition for programs: without who may countersign it, and without the hands. */
export const editionForPrograms = editionDetail.omit({
  lists: true,
  approvals: true,
  mayCountersign: true,
  hands: true,
  decisions: true,
  problems: true,
});

const reading = { door: 'api', method: 'GET', needs: [], status: 200 } as const;

/** Read-only, for API tokens. */
export const API_ENDPOINTS = {
  'edition.find': {
    ...reading,
    path: '/editions',
    query: editionsQuery,
    answer: editionPage,
    summary: 'Editions, newest first',
  },
  'edition.findOne': {
    ...reading,
    path: '/editions/:id',
    params: byId,
    answer: editionForPrograms,
    summary: 'One edition with what is frozen in it',
  },
  'report.findOne': {
    ...reading,
    path: '/editions/:id/report',
    params: byId,
    answer: report,
    summary: 'Numbers of one edition, by outcome, reason and minute',
  },
  'metrics.find': {
    ...reading,
    path: '/metrics',
    answer: z.string(),
    media: 'text/plain',
    summary: 'What an operator watches, in the text format of Prometheus',
  },
  'delivery.find': {
    ...reading,
    shows: 'personal-data',
    path: '/editions/:id/deliveries',
    params: byId,
    query: deliveriesQuery,
    answer: deliveryPage,
    summary: 'Deliveries of one edition with masked readers',
  },
} as const satisfies Endpoints;

const parts = z.enum(['well', 'trouble', 'none']);
/** `sending: none`: this process does not send. */
export const health = z.object({ status: parts, database: parts, sending: parts });

const open = { door: 'public', needs: [], status: 200 } as const;
const byToken = z.object({ token: z.string().max(256) });
const page = { ...open, params: byToken, answer: z.string(), media: 'text/html' } as const;

/** For readers of mail and their mail programs: no login, no cookie. */
export const PUBLIC_ENDPOINTS = {
  'unsubscribe.show': {
    ...page,
    method: 'GET',
    path: '/unsubscribe/:token',
    summary: 'The page with the unsubscribe button; changes nothing',
  },
  'unsubscribe.leave': {
    ...page,
    method: 'POST',
    path: '/unsubscribe/:token',
    summary: 'Unsubscribe: the button of that page, or one click of a mail program (RFC 8058)',
  },
  'push.people': {
    ...open,
    status: 202,
    method: 'POST',
    path: '/sources/:id/people',
    params: z.object({ id: z.string().max(64) }),
    body: pushBody,
    answer: pushAnswer,
    summary: 'A system of the site owner’s tells of up to 1,000 of its people; signed',
  },
  'signUp.ask': {
    ...open,
    method: 'POST',
    path: '/subscribe',
    answer: z.string(),
    media: 'text/html',
    summary: 'A public form: sends a link to the address; the same answer to everybody',
  },
  'signUp.show': {
    ...page,
    params: z.object({ token: z.string().max(2048) }),
    method: 'GET',
    path: '/subscribe/:token',
    summary: 'The page behind that link; changes nothing',
  },
  'signUp.confirm': {
    ...page,
    params: z.object({ token: z.string().max(2048) }),
    method: 'POST',
    path: '/subscribe/:token',
    summary: 'Join the list: the button of that page',
  },
  'confirmAddress.show': {
    ...page,
    method: 'GET',
    path: '/confirm-address/:token',
    summary:
      'The page on which the owner of an admin account confirms its address; changes nothing',
  },
  'confirmAddress.confirm': {
    ...page,
    method: 'POST',
    path: '/confirm-address/:token',
    summary: 'Confirm the address: the button of that page',
  },
  'preferences.show': {
    ...page,
    method: 'GET',
    path: '/preferences/:token',
    summary: "The reader's own page: their lists, their data; changes nothing",
  },
  'preferences.act': {
    ...page,
    method: 'POST',
    path: '/preferences/:token',
    summary:
      'A button of that page: choose lists, leave all, erase (asks once more), or download all data as JSON',
  },
  'assets.read': {
    ...open,
    method: 'GET',
    path: '/assets/:name',
    params: z.object({ name: z.string().max(80) }),
    answer: z.string(),
    media: 'image/*',
    summary: 'A picture of an edition under the hash of its content',
  },
  'health.find': {
    ...open,
    method: 'GET',
    path: '/health',
    answer: health,
    summary: 'Whether this process is well: 200, or 503 with what is not',
  },
  'openapi.read': {
    ...open,
    method: 'GET',
    path: '/openapi.json',
    answer: z.record(z.string(), z.unknown()),
    summary: 'This document',
  },
} as const satisfies Endpoints;
