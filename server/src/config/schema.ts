import { z } from '@strapi/utils';
import type { WarmUp } from '../domain/delivery/warm-up';
import type { ApprovalRule } from '../domain/reviews/site-rule';
import { attributesWritten, withAttributes } from './mapped-attributes';
import { allowList } from './allow-list';
import { DEFAULTS, SECRET_LENGTH } from './defaults';
import { dkimKey } from './dkim';
import { sourceFilter } from './filter';
import { consent, id, text, whole, withConsent, wording } from './kinds';
import { pages } from './pages';
import { redisOrNull } from './redis';
import { byKind, pushSource, sqlSource, withKind } from './sources';

const { approval, sync, transport, retention } = DEFAULTS;

const auth = z.strictObject({
  user: text('a user name'),
  pass: text('a password').optional(),
  accessToken: text('an OAuth 2 access token').optional(),
});

/** A second to an hour. */
const patienceMs = whole(1000, 3_600_000);

const messagesPerSecond = whole(1, 100_000).optional();

const WARM_UP = "true, false or { from: '2026-11-27' }, the day it begins";

/** A day that is one: not the 31st of November. */
const isDay = (day: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) && new Date(`${day}T00:00Z`).toJSON()?.slice(0, 10) === day;

const warmUp = z
  .union(
    [
      z.boolean(),
      z.strictObject({ from: z.string().refine(isDay, { error: WARM_UP }) }, { error: WARM_UP }),
    ],
    { error: WARM_UP },
  )
  .transform((said): WarmUp => (typeof said === 'boolean' ? (said ? 'on' : 'off') : said));

const transportSchema = z.strictObject({
  id,
  host: text('a host name or address'),
  port: whole(1, 65535).default(transport.port),
  secure: z
    .enum(['none', 'starttls', 'tls'], { error: "'none', 'starttls' or 'tls'" })
    .default(transport.secure),
  auth: auth.optional(),
  connections: whole(1, 500).default(transport.connections),
  messagesPerConnection: whole(1, 1_000_000).default(transport.messagesPerConnection),
  messagesPerSecond,
  messagesPerDay: whole(1, 100_000_000).optional(),
  warmUp: warmUp.optional(),
  weight: whole(0, 1000).optional(),
  /** What EHLO says; the machine's name otherwise. */
  name: text('a host name').optional(),
  timeouts: z
    .strictObject({
      connect: patienceMs.optional(),
      greeting: patienceMs.optional(),
      reply: patienceMs.optional(),
      idle: patienceMs.optional(),
    })
    .optional(),
});

const sourceWritten = z.strictObject({
  kind: z.literal('content-type'),
  id,
  contentType: text("a content type's UID, e.g. 'plugin::users-permissions.user'"),
  list: id,
  fields: z.strictObject({
    email: text('the field that holds the e-mail address'),
    name: text("the field that holds the person's name").optional(),
    locale: text('the field that holds the language').optional(),
    consent,
    attributes: attributesWritten.optional(),
  }),
  wording: wording.optional(),
  filter: sourceFilter.optional(),
});

const contentTypeSource = sourceWritten.transform((written) => {
  const { fields: said, ...rest } = withConsent(written);
  const { attributes, ...fields } = said;
  return { ...rest, fields, ...withAttributes(attributes) };
});

const source = z.preprocess(
  withKind,
  z.discriminatedUnion('kind', [contentTypeSource, sqlSource, pushSource], {
    error: "a source of kind 'sql' or 'push', or a content type without a kind",
  }),
);

const formSchema = z.strictObject({
  id,
  list: id,
  wording,
});

const ROLES = "a list of role codes, e.g. ['strapi-editor'], each once";

/** As Strapi makes them of a role's name. */
const roleCode = z.string({ error: 'the code of a role' }).regex(/^\S{1,100}$/, {
  error: 'the code of a role',
});

const fromEachOf = z
  .array(roleCode, { error: ROLES })
  .refine((codes) => new Set(codes).size === codes.length, { error: ROLES })
  .default([]);

const approvalFields = z.strictObject({
  required: whole(1, 5).default(approval.required),
  fromEachOf,
  expiresAfterDays: whole(1, 90).default(approval.expiresAfterDays),
  audienceDriftPercent: whole(0, 1000).default(approval.audienceDriftPercent),
  lateGraceMinutes: whole(0, 1440).default(approval.lateGraceMinutes),
  accountQuietDays: whole(0, 365).default(approval.accountQuietDays),
  rule: z
    .custom<ApprovalRule>((value) => typeof value === 'function', { error: 'a function' })
    .nullable()
    .default(null),
});

const approvalSchema = approvalFields.refine(
  ({ required, fromEachOf: roles }) => roles.length <= required,
  { path: ['fromEachOf'], error: 'no more roles than approval.required asks for people' },
);

const syncSchema = z.strictObject({
  brakePercent: whole(1, 100).default(sync.brakePercent),
});

const retentionSchema = z.strictObject({
  /** Absent: the audit trail is kept for ever. */
  auditDays: whole(30, 36_500).nullable().default(null),
  consentYears: whole(1, 100).default(retention.consentYears),
});

const httpUrl = z
  .string({ error: 'an http(s) URL without path, e.g. https://cms.example.com' })
  .refine(isOrigin, { error: 'an http(s) URL without path, e.g. https://cms.example.com' })
  .transform((url) => new URL(url).origin);

/** Absent and empty are the same: an unset environment variable arrives as ''. */
const orNull = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' || value === undefined ? null : value), schema.nullable());

const DOMAIN = "messages a second by provider or domain, e.g. { gmail: 20, 'example.com': 5 }";

const written = z.strictObject({
  publicUrl: orNull(httpUrl),
  secret: orNull(
    z
      .string({ error: `at least ${SECRET_LENGTH} random characters` })
      .min(SECRET_LENGTH, { error: `at least ${SECRET_LENGTH} random characters` }),
  ),
  transports: z.array(transportSchema, { error: 'a list of transports' }).default([]),
  messagesPerSecond,
  domainLimits: z
    .record(z.string().regex(/^[a-z0-9][a-z0-9.-]{0,252}$/, { error: DOMAIN }), whole(1, 100_000), {
      error: DOMAIN,
    })
    .default({}),
  redis: redisOrNull,
  dkim: z.array(dkimKey, { error: 'a list of DKIM keys' }).default([]),
  worker: z
    .enum(['inline', 'only', 'off'], { error: "'inline', 'only' or 'off'" })
    .default(DEFAULTS.worker),
  stopSeconds: whole(1, 600).default(DEFAULTS.stopSeconds),
  approval: approvalSchema.prefault({}),
  allowList: allowList.prefault({}),
  sources: z.array(source, { error: 'a list of sources' }).default([]),
  forms: z.array(formSchema, { error: 'a list of forms' }).default([]),
  exports: z.enum(['on', 'off'], { error: "'on' or 'off'" }).default(DEFAULTS.exports),
  sync: syncSchema.prefault({}),
  retention: retentionSchema.prefault({}),
  notices: z.enum(['on', 'off'], { error: "'on' or 'off'" }).default(DEFAULTS.notices),
  pages,
  journalDir: text('a folder').default(DEFAULTS.journalDir),
});

export const configSchema = written.transform(({ sources, ...rest }) => ({
  ...rest,
  ...byKind(sources),
}));

function isOrigin(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, pathname, search, hash, username } = new URL(url);
  return /^https?:$/.test(protocol) && `${pathname}${search}${hash}${username}` === '/';
}
