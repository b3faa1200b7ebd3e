import { z } from '@strapi/utils';
import type { Endpoints } from './endpoint';
import { namedSegment } from './segments';
import {
  allowance,
  audienceNow,
  byId,
  count,
  id,
  limit,
  locale,
  maybeTime,
  pageOf,
  person,
  preview,
  problem,
  time,
  wishedTime,
} from './shapes';

/** One frozen copy and where it stands. `stateText` says the state in the caller's language. */
export const editionSummary = z.object({
  id: z.string(),
  campaignId: z.string(),
  name: z.string(),
  state: z.string(),
  stateText: z.string(),
  heldBecause: z.string().nullable(),
  submittedBy: person,
  submittedAt: time,
  expiresAt: time,
  wishedAt: maybeTime,
  readersAtSubmit: count,
  readers: count.nullable(),
  startedAt: maybeTime,
  finishedAt: maybeTime,
});

const message = z.object({
  subject: z.string(),
  preheader: z.string(),
  text: z.string(),
});

export const editionContent = z.object({
  from: z.object({ name: z.string(), address: z.string() }),
  replyTo: z.string().nullable(),
  wishedAt: wishedTime.nullable(),
  audience: z.object({
    include: z.array(z.string()),
    exclude: z.array(z.string()),
    /** As they were when it was submitted; none: everybody on the lists. */
    segments: z.array(namedSegment).default([]),
  }),
  identity: z.object({
    name: z.string(),
    postalAddress: z.string(),
    contact: z.string(),
    reason: z.record(z.string(), z.string()),
  }),
  defaultLocale: z.string(),
  locales: z.record(z.string(), message),
  /** Each address a reader can click on, once, in the order of the messages. */
  links: z.array(z.string()),
  assets: z.array(z.object({ hash: z.string(), mime: z.string(), bytes: count })),
});

export const decision = z.object({
  id: z.string(),
  person,
  kind: z.enum(['approve', 'send-back']),
  reason: z.string().nullable(),
  decidedAt: time,
  readersShown: count.nullable(),
});

export const handShown = z.object({ person, lastAt: time });

export const editionDetail = editionSummary.extend({
  fingerprint: z.string(),
  content: editionContent,
  decisions: z.array(decision),
  hands: z.array(handShown),
  audience: audienceNow,
  /** The names of the lists in `content.audience`, for approvers who may see no list. */
  lists: z.object({ include: z.array(z.string()), exclude: z.array(z.string()) }),
  problems: z.array(problem),
  /** Countersignatures there are, those it needs, and those still missing. */
  approvals: z.object({
    given: count,
    required: count,
    missing: count,
    /** Of the missing ones, how many have to be from one of these roles, by name; one from each if there are as many. */
    seats: z.object({ missing: count, roles: z.array(z.string()) }),
  }),
  mayCountersign: allowance,
});

const wordChange = z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() });
const addedRemoved = z.object({ added: z.array(z.string()), removed: z.array(z.string()) });

export const editionChanges = z.object({
  /** The earlier edition of the campaign that was asked for; null when there is none. */
  since: editionSummary.nullable(),
  locales: z.array(
    z.object({
      locale: z.string(),
      words: z.array(wordChange),
      links: addedRemoved,
      pictures: addedRemoved,
    }),
  ),
});

/** As it is now. No number is under five but that of a list. */
export const editionAudience = z.object({
  /** Of the included lists; who is on two is in both. */
  lists: z.array(z.object({ name: z.string(), readers: count })),
  /** Where readers have their addresses, the most first. */
  domains: z.array(z.object({ domain: z.string(), readers: count })),
  elsewhere: count,
});

export type EditionAudience = z.infer<typeof editionAudience>;
export type EditionSummary = z.infer<typeof editionSummary>;
export type EditionContentShown = z.infer<typeof editionContent>;
export type DecisionShown = z.infer<typeof decision>;
export type HandShown = z.infer<typeof handShown>;
export type EditionDetail = z.infer<typeof editionDetail>;
export type EditionChanges = z.infer<typeof editionChanges>;

/** States, comma-separated: `in-review,approved`. */
const states = z
  .string()
  .max(200)
  .regex(/^[a-z-]+(,[a-z-]+)*$/)
  .optional();

export const editionsQuery = z.object({
  state: states,
  campaign: id.optional(),
  before: id.optional(),
  limit,
});
export const editionPage = pageOf(editionSummary);
/** Its length is the house's business, which says so in words. */
const reason = z.object({ reason: z.string().max(10_000) });
const approval = z.object({
  /** As the approver saw it; drift is measured against this. */
  readersShown: count,
  /** Of the edition they saw; refused if it is not this one. */
  fingerprint: z.string().max(64).optional(),
});

export const EDITION_ENDPOINTS = {
  'editions.list': {
    door: 'admin',
    method: 'GET',
    path: '/editions',
    about: 'some-of-them',
    needs: ['campaign.read'],
    query: editionsQuery,
    status: 200,
    answer: editionPage,
    summary: 'Editions, newest first',
  },
  'editions.find': {
    door: 'admin',
    method: 'GET',
    path: '/editions/:id',
    about: 'edition',
    needs: ['campaign.read'],
    params: byId,
    status: 200,
    answer: editionDetail,
    summary: 'One edition with what is frozen in it, and whether the caller may countersign it',
  },
  'editions.message': {
    door: 'admin',
    method: 'GET',
    path: '/editions/:id/message',
    about: 'edition',
    needs: ['campaign.read'],
    params: byId,
    query: z.object({ locale: locale.optional(), reader: id.optional() }),
    status: 200,
    answer: preview,
    summary: 'The frozen message as a masked sample reader gets it',
  },
  'editions.audience': {
    door: 'admin',
    method: 'GET',
    path: '/editions/:id/audience',
    about: 'edition',
    needs: ['campaign.read'],
    params: byId,
    status: 200,
    answer: editionAudience,
    summary: 'The readers of an edition by list and by the domain of their address',
  },
  'editions.changes': {
    door: 'admin',
    method: 'GET',
    path: '/editions/:id/changes',
    about: 'edition',
    needs: ['campaign.read'],
    params: byId,
    query: z.object({ since: z.enum(['sent', 'decided']).default('sent') }),
    status: 200,
    answer: editionChanges,
    summary:
      'Words, links and pictures changed since the last sent edition of the campaign, or the last the caller decided on',
  },
  'reviews.approve': {
    door: 'admin',
    method: 'POST',
    path: '/editions/:id/approve',
    about: 'edition',
    needs: ['campaign.approve'],
    params: byId,
    body: approval,
    status: 200,
    answer: editionSummary,
    summary: 'Countersign; with a wished time this also schedules',
  },
  'reviews.sendBack': {
    door: 'admin',
    method: 'POST',
    path: '/editions/:id/send-back',
    about: 'edition',
    needs: ['campaign.approve'],
    params: byId,
    body: reason,
    status: 200,
    answer: editionSummary,
    summary: 'Send back with a reason',
  },
  'reviews.withdraw': {
    door: 'admin',
    method: 'POST',
    path: '/editions/:id/withdraw',
    about: 'edition',
    needs: ['campaign.submit'],
    params: byId,
    status: 200,
    answer: editionSummary,
    summary: 'Take an edition back before it is sent',
  },
} as const satisfies Endpoints;
