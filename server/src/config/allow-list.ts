import { z } from '@strapi/utils';
import { parseRange, rangeText } from '../domain/access/address';
import {
  ADDRESS_EXPECTED,
  MAX_LABEL,
  MAX_LINES,
  SCOPES,
  type Line,
} from '../domain/access/allow-list';
import { whole } from './kinds';

/** More proxies in a row than anybody has. */
const MOST_HOPS = 10;

const isRange = (text: string): boolean => parseRange(text) !== null;
const canonical = (text: string): string => {
  const range = parseRange(text);
  return range ? rangeText(range) : text;
};

const address = z
  .string({ error: ADDRESS_EXPECTED })
  .refine(isRange, { error: ADDRESS_EXPECTED })
  .transform(canonical);

const labelled = z.strictObject({
  address,
  label: z
    .string({ error: `at most ${MAX_LABEL} characters` })
    .max(MAX_LABEL, { error: `at most ${MAX_LABEL} characters` })
    .default(''),
  scope: z.enum(SCOPES, { error: `'${SCOPES.join("' or '")}'` }).default('everything'),
});

const bare = address.transform((text): Line => ({ address: text, label: '', scope: 'everything' }));

export const allowList = z.strictObject({
  lines: z
    .array(
      z.union([bare, labelled], { error: `${ADDRESS_EXPECTED}, or { address, label, scope }` }),
      {
        error: `a list of at most ${MAX_LINES} addresses`,
      },
    )
    .max(MAX_LINES, { error: `a list of at most ${MAX_LINES} addresses` })
    .default([]),
  trustedProxyHops: whole(0, MOST_HOPS).nullable().default(null),
  ignoreSaved: z.boolean({ error: 'true or false' }).default(false),
});
