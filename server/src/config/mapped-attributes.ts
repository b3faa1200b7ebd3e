import { z } from '@strapi/utils';
import { ATTRIBUTE_KINDS, ATTRIBUTE_NAME, ATTRIBUTE_NAMES } from '../domain/segments/rule';
import { text } from './kinds';

export const attributeKind = z.enum(ATTRIBUTE_KINDS, {
  error: "'text', 'number', 'flag' or 'date'",
});
export const attributeName = z.string().regex(ATTRIBUTE_NAME, { error: ATTRIBUTE_NAMES });

export const attributesWritten = z.record(
  attributeName,
  z.strictObject({ field: text('the field that holds the attribute'), kind: attributeKind }),
  { error: ATTRIBUTE_NAMES },
);

/** By name, in the order they were written. */
export const withAttributes = <Written extends object>(
  written: Readonly<Record<string, Written>> | undefined,
) =>
  written ? { attributes: Object.entries(written).map(([name, one]) => ({ name, ...one })) } : {};
