import { z } from '@strapi/utils';
import { ATTRIBUTE_NAMES } from '../domain/segments/rule';
import type { PushSource } from '../domain/subscribers/push-source';
import type { SourceMapping } from '../domain/subscribers/source-mapping';
import type { SqlSource } from '../domain/subscribers/sql-source';
import { DEFAULTS } from './defaults';
import {
  attributeKind,
  attributeName,
  attributesWritten,
  withAttributes,
} from './mapped-attributes';
import { consent, id, text, whole, withConsent, wording } from './kinds';

const { sql, push } = DEFAULTS;

const server = {
  host: text('a host name or address'),
  port: whole(1, 65535).optional(),
  user: text('a user name'),
  password: text('a password').optional(),
  database: text('the name of a database'),
  ssl: z.boolean({ error: 'true or false' }).default(false),
};

const connection = z.discriminatedUnion(
  'client',
  [
    z.strictObject({ client: z.literal('pg'), ...server }),
    z.strictObject({ client: z.literal('mysql'), ...server }),
    z.strictObject({ client: z.literal('sqlite'), filename: text('a file') }),
  ],
  { error: "a database with a client: 'pg', 'mysql' or 'sqlite'" },
);

const PEOPLE = 'a word for the people its ids are of, 128 characters at most';
const people = text(PEOPLE).max(128, { error: PEOPLE }).optional();

const QUERY = 'one select that answers a row for each person';

const sqlWritten = z.strictObject({
  kind: z.literal('sql'),
  id,
  list: id,
  people,
  connection,
  query: text(QUERY).regex(/^(select|with)\b[^;]*;?$/is, { error: QUERY }),
  fields: z.strictObject({
    id: text("the column that holds a person's id"),
    email: text('the column that holds the e-mail address'),
    name: text("the column that holds the person's name").optional(),
    locale: text('the column that holds the language').optional(),
    consent,
    attributes: attributesWritten.optional(),
  }),
  wording: wording.optional(),
  everyMinutes: whole(1, 1440).default(sql.everyMinutes),
  timeoutSeconds: whole(1, 600).default(sql.timeoutSeconds),
});

/** The driver of MySQL takes every question mark for a place of its own. */
export const sqlSource = sqlWritten
  .refine(({ connection: { client }, query }) => client !== 'mysql' || !query.includes('?'), {
    path: ['query'],
    error: 'a query without a question mark',
  })
  .transform((written) => {
    const { fields: said, ...rest } = withConsent(written);
    const { attributes, ...fields } = said;
    return { ...rest, fields, ...withAttributes(attributes) };
  });

const KEY = `at least ${push.keyLength} random characters`;

const pushWritten = z.strictObject({
  kind: z.literal('push'),
  id,
  list: id,
  people,
  wording: wording.optional(),
  key: z.string({ error: KEY }).min(push.keyLength, { error: KEY }),
  attributes: z.record(attributeName, attributeKind, { error: ATTRIBUTE_NAMES }).optional(),
});

export const pushSource = pushWritten.transform(({ attributes, ...rest }) => ({
  ...rest,
  ...(attributes
    ? { attributes: Object.entries(attributes).map(([name, kind]) => ({ name, kind })) }
    : {}),
}));

type OfKind<Kind extends string, Source> = Source & { readonly kind: Kind };
type Sources =
  | OfKind<'content-type', SourceMapping>
  | OfKind<'sql', SqlSource>
  | OfKind<'push', PushSource>;

/** Without a kind it is a content type. */
export const withKind = (written: unknown): unknown =>
  typeof written === 'object' && written !== null && !('kind' in written)
    ? { kind: 'content-type', ...written }
    : written;

/** Each kind in a list of its own, in the order they were written. */
export function byKind(written: readonly Sources[]) {
  const of = <Kind extends Sources['kind']>(kind: Kind) =>
    written.flatMap((source) => (isOf(source, kind) ? [withoutKind(source)] : []));
  return { sources: of('content-type'), sqlSources: of('sql'), pushSources: of('push') };
}

const isOf = <Kind extends Sources['kind']>(
  source: Sources,
  kind: Kind,
): source is Extract<Sources, { kind: Kind }> => source.kind === kind;

const withoutKind = <Source extends Sources>({ kind: _, ...source }: Source) => source;
