import { z } from '@strapi/utils';
import { editionSummary, handShown } from './editions';
import type { Endpoints } from './endpoint';
import { maybeFew, namedSegment } from './segments';
import {
  allowance,
  audienceNow,
  byId,
  count,
  id,
  limit,
  locale,
  pageOf,
  preview,
  problem,
  time,
  wishedTime,
} from './shapes';

export const campaignSummary = z.object({
  id: z.string(),
  name: z.string(),
  updatedAt: time,
  /** The newest. */
  edition: editionSummary.nullable(),
});

export const campaignDetail = z.object({
  id: z.string(),
  name: z.string(),
  updatedAt: time,
  locales: z.array(z.string()),
  senderId: z.string().nullable(),
  wishedAt: wishedTime.nullable(),
  /** The one that waits or is being sent. */
  edition: editionSummary.nullable(),
  history: z.array(editionSummary),
  hands: z.array(handShown),
  preflight: z.array(problem),
  audience: audienceNow.extend({
    /** To the nearest ten where segments narrow it, for who may not reveal addresses; null: fewer than five. */
    readers: maybeFew,
    isExact: z.boolean(),
    /** As they are now; none: everybody on the lists. */
    segments: z.array(namedSegment).default([]),
  }),
  can: z.object({
    write: allowance,
    submit: allowance,
    test: allowance,
    withdraw: allowance,
    start: allowance,
    control: allowance,
  }),
});

/** What the caller may do here, as names of our own permissions. */
export const me = z.object({
  person: z.object({ id: z.string(), name: z.string() }),
  permissions: z.array(z.string()),
  can: z.record(z.string(), z.boolean()),
});

export const setUp = z.object({
  ready: z.boolean(),
  missing: z.array(z.object({ code: z.string(), text: z.string() })),
});

export type CampaignSummary = z.infer<typeof campaignSummary>;
export type CampaignDetail = z.infer<typeof campaignDetail>;
export type Me = z.infer<typeof me>;
export type SetUp = z.infer<typeof setUp>;

export const CAMPAIGN_ENDPOINTS = {
  'me.find': {
    door: 'admin',
    method: 'GET',
    path: '/me',
    about: 'some-of-them',
    needs: [],
    status: 200,
    answer: me,
    summary: 'What the caller may do here',
  },
  'me.address': {
    door: 'admin',
    method: 'GET',
    path: '/me/address',
    needs: [],
    status: 200,
    answer: z.object({ confirmed: z.boolean() }),
    summary: "Whether the caller's admin address is confirmed, so that tests and notices go there",
  },
  'me.askLink': {
    door: 'admin',
    method: 'POST',
    path: '/me/address',
    needs: [],
    status: 202,
    answer: z.object({ sent: z.boolean() }),
    summary: "Send the link that confirms the caller's admin address to it",
  },
  'setUp.find': {
    door: 'admin',
    method: 'GET',
    path: '/set-up',
    about: 'some-of-them',
    needs: ['settings.read', 'campaign.read'],
    status: 200,
    answer: setUp,
    summary: 'What is still to be set up before anything can be sent',
  },
  'campaigns.list': {
    door: 'admin',
    method: 'GET',
    path: '/campaigns',
    about: 'some-of-them',
    needs: ['campaign.read'],
    query: z.object({ before: id.optional(), limit }),
    status: 200,
    answer: pageOf(campaignSummary),
    summary: 'Campaigns, newest first',
  },
  'campaigns.find': {
    door: 'admin',
    method: 'GET',
    path: '/campaigns/:id',
    about: 'campaign',
    needs: ['campaign.read'],
    params: byId,
    status: 200,
    answer: campaignDetail,
    summary: 'One campaign: its editions, hands, pre-flight, audience, and what the caller may do',
  },
  'campaigns.preview': {
    door: 'admin',
    method: 'GET',
    path: '/campaigns/:id/preview',
    about: 'campaign',
    needs: ['campaign.read'],
    params: byId,
    query: z.object({ locale: locale.optional(), subscriber: id.optional() }),
    status: 200,
    answer: preview,
    summary: 'The message as it is now, as a masked sample reader would get it',
  },
  'campaigns.test': {
    door: 'admin',
    method: 'POST',
    path: '/campaigns/:id/test',
    about: 'campaign',
    needs: ['campaign.submit'],
    params: byId,
    body: z.object({ locale: locale.optional() }),
    status: 202,
    answer: z.object({ leftToday: count }),
    summary: "Send a [TEST] to the caller's own admin address, once its owner has confirmed it",
  },
  'campaigns.submit': {
    door: 'admin',
    method: 'POST',
    path: '/campaigns/:id/submit',
    about: 'campaign',
    needs: ['campaign.submit'],
    params: byId,
    status: 201,
    answer: editionSummary,
    summary: 'Freeze the campaign into an edition and ask for review',
  },
} as const satisfies Endpoints;
