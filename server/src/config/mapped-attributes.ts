import { z } from '@strapi/utils';
import { ATTRIBUTE_NAME } from '../domain/segments/rule';
import { text } from './kinds';

export const attributeKind = z.enum(['text', 'number', 'flag', 'date'], {
  error: "'text', 'number', 'flag' or 'date'",
});
export const ATTRIBUTE = 'attribute names of a–z, 0–9 and _, at most 32 characters, a letter first';

export const attributesWritten = z.record(
  z.string().regex(ATTRIBUTE_NAME, { error: ATTRIBUTE }),
  z.strictObject({ field: text('the field that holds the attribute'), kind: attributeKind }),
  { error: ATTRIBUTE },
);

/** By name, in the order they were written. */
export const withAttributes = <Written extends object>(
  written: Readonly<Record<string, Written>> | undefined,
) =>
  written ? { attributes: Object.entries(written).map(([name, one]) => ({ name, ...one })) } : {};
