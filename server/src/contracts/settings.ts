import { z } from '@strapi/utils';
import type { Endpoints } from './endpoint';
import { byId, count, id } from './shapes';

/** Who is writing, as it stands in every message's footer. */
export const identity = z.object({
  name: z.string(),
  postalAddress: z.string(),
  contact: z.string(),
  /** Why the reader gets this, by locale; the first is the fallback. */
  reason: z.record(z.string(), z.string()),
});

/** A mailbox campaigns may be sent from, chosen by its id. */
export const sender = z.object({
  id: z.string(),
  name: z.string(),
  address: z.string(),
  replyTo: z.string().nullable(),
  /** Right-hand side of return-paths and Message-IDs; the address's own domain unless set. */
  returnPathDomain: z.string(),
});

export const senders = z.object({ senders: z.array(sender) });

const wishedSender = sender.partial({ replyTo: true, returnPathDomain: true });
const wishedSenders = z.object({ senders: z.array(wishedSender).max(100) });

/** A transport of the configuration, without its secrets. */
export const transport = z.object({
  id: z.string(),
  host: z.string(),
  port: z.number().int(),
  secure: z.string(),
  signsIn: z.boolean(),
  /** Its share beside the others; 0: a stand-by. */
  weight: count,
  perSecond: z.number().nullable(),
  /** Of today, UTC; `limit` null: as many as there are. */
  today: z.object({ used: count, limit: z.number().nullable() }).nullable(),
  /** Null: off, or over. */
  warmUp: z.object({ day: count, days: count }).nullable(),
  /** Why it is paused, as a code and in words. */
  trouble: z.string().nullable(),
  text: z.string().nullable(),
});

export const transportTest = z.object({
  ok: z.boolean(),
  trouble: z.string().nullable(),
  encrypted: z.boolean().nullable(),
  authenticated: z.boolean().nullable(),
  text: z.string(),
});

export const dnsCheck = z.object({
  record: z.enum(['spf', 'dkim', 'dmarc']),
  name: z.string(),
  verdict: z.enum(['ok', 'missing', 'wrong', 'unreachable', 'no-key']),
  text: z.string(),
  found: z.string().nullable(),
  /** What should stand there, where we know: the public half of our DKIM key. */
  expected: z.string().nullable(),
});

/** The rules of approving that are in force; they are changed in the configuration only. */
export const approvalRules = z.object({
  /** People who must countersign, none of whom had a hand in it. */
  required: count,
  /** Roles, by name, of which each must be among them. */
  fromEachOf: z.array(z.string()),
  expiresAfterDays: count,
  audienceDriftPercent: count,
  lateGraceMinutes: count,
  accountQuietDays: count,
});

export type ApprovalRules = z.infer<typeof approvalRules>;
export type IdentityShown = z.infer<typeof identity>;
export type SenderShown = z.infer<typeof sender>;
export type TransportShown = z.infer<typeof transport>;
export type TransportTest = z.infer<typeof transportTest>;
export type DnsCheckShown = z.infer<typeof dnsCheck>;

const reading = { door: 'admin', method: 'GET', needs: ['settings.read'], status: 200 } as const;
const writing = { door: 'admin', method: 'PUT', needs: ['settings.write'], status: 200 } as const;
const maybeIdentity = z.object({ identity: identity.nullable() });

export const SETTINGS_ENDPOINTS = {
  'settings.identity': {
    ...reading,
    path: '/settings/identity',
    answer: maybeIdentity,
    summary: 'The identity footer',
  },
  'settings.setIdentity': {
    ...writing,
    path: '/settings/identity',
    body: identity,
    answer: maybeIdentity,
    summary: 'Change the identity footer',
  },
  'settings.senders': {
    ...reading,
    // Authors choose one of these in the Content Manager.
    needs: ['settings.read', 'campaign.read'],
    path: '/settings/senders',
    answer: senders,
    summary: 'Mailboxes campaigns may be sent from',
  },
  'settings.setSenders': {
    ...writing,
    path: '/settings/senders',
    body: wishedSenders,
    answer: senders,
    summary: 'Change the mailboxes campaigns may be sent from',
  },
  'settings.approval': {
    ...reading,
    path: '/settings/approval',
    answer: approvalRules,
    summary: 'The rules of approving, as configured',
  },
  'settings.transports': {
    ...reading,
    path: '/settings/transports',
    answer: z.object({ transports: z.array(transport) }),
    summary: 'Transports as configured, without secrets',
  },
  'settings.testTransport': {
    ...reading,
    method: 'POST',
    path: '/settings/transports/:id/test',
    params: byId,
    answer: transportTest,
    summary: 'Connect as sending would, and send nothing',
  },
  'settings.dns': {
    ...reading,
    path: '/settings/dns',
    query: z.object({ sender: id }),
    answer: z.object({ checks: z.array(dnsCheck) }),
    summary: "SPF, DKIM and DMARC of a sender's domain",
  },
} as const satisfies Endpoints;
