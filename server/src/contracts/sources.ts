import { z } from '@strapi/utils';
import type { Endpoints } from './endpoint';
import { attribute, attributeName, byId, count, countsByWord, id, time } from './shapes';

const field = z.string().trim().min(1).max(64);

const condition = z.strictObject({
  field,
  is: z.enum(['equal', 'not-equal', 'known', 'unknown', 'yes', 'no']),
  value: z.union([z.string().max(200), z.number()]).optional(),
});

/** Which field is what, and who. */
const meaning = {
  fields: z.strictObject({
    email: field,
    name: field.optional(),
    locale: field.optional(),
    consent: field,
  }),
  consentIs: z
    .array(z.string().min(1).max(200))
    .min(1)
    .max(20)
    .optional()
    .describe('Values of an enumeration or text that mean yes; absent: a boolean, or a date'),
  wording: z
    .string()
    .trim()
    .min(1)
    .max(64)
    .optional()
    .describe('Which version of the words people agree to; kept with each consent from then on'),
  attributes: z
    .array(z.strictObject({ name: attributeName, field }))
    .min(1)
    .max(40)
    .optional()
    .describe('What segments may ask of these people; kept in plain, so nothing personal'),
  filter: z
    .strictObject({ all: z.array(condition).min(1).max(5) })
    .optional()
    .describe('Whom it names; absent: everybody'),
};

const meaningWish = z.strictObject({
  ...meaning,
  changedAt: time.describe('Of the source as it was read'),
});

export const sourceWish = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,25}$/, 'a short name of a–z, 0–9 and -'),
  contentType: z.string().min(1).max(128),
  list: z.union([
    z.strictObject({ id }),
    z.strictObject({ name: z.string().trim().min(1).max(100) }),
  ]),
  ...meaning,
});

const sourceType = z.object({
  uid: z.string(),
  name: z.string(),
  sourceId: z.string().describe('A free name for a source over it'),
  fields: z.array(
    z.object({
      name: z.string(),
      kind: z.enum(['email', 'text', 'words', 'boolean', 'number', 'date']),
      words: z.array(z.string()),
    }),
  ),
});

export const sourceTrial = z.object({
  looked: count,
  isCutShort: z.boolean().describe('There are more than were looked at'),
  wouldAdd: count,
  alreadyOn: count
    .nullable()
    .describe('Null for those who may not see subscribers: wouldAdd is then all who fit'),
  leftOut: countsByWord,
  attributes: z
    .array(
      attribute.extend({
        known: count.describe('People who have a value, of those looked at'),
        different: count.nullable().describe('Different values; null: more than a hundred'),
      }),
    )
    .describe('In numbers only: a value may tell who somebody is'),
  examples: z
    .array(z.object({ label: z.string().nullable(), because: z.string().nullable() }))
    .nullable()
    .describe('Masked; null for those who may not see subscribers'),
});

const madeSource = z.object({
  id: z.string(),
  contentType: z.string(),
  list: z.string(),
  ...meaning,
  onList: count.describe('Who leaves the list with it'),
  madeAt: time,
  changedAt: time,
});

export type { Meaning } from '../domain/subscribers/made-attributes';
export type SourceWish = z.infer<typeof sourceWish>;
export type SourceType = z.infer<typeof sourceType>;
export type SourceTrial = z.infer<typeof sourceTrial>;
export type MadeSourceShown = z.infer<typeof madeSource>;

export const SOURCE_ENDPOINTS = {
  'sources.types': {
    door: 'admin',
    method: 'GET',
    path: '/source-types',
    needs: ['list.write'],
    status: 200,
    answer: z.object({ results: z.array(sourceType) }),
    summary: 'Content types a source could be made of, as far as the caller may read them',
  },
  'sources.try': {
    door: 'admin',
    method: 'POST',
    shows: 'personal-data',
    path: '/sources/try',
    needs: ['list.write'],
    body: sourceWish,
    status: 200,
    answer: sourceTrial,
    summary: 'What a source would do to its list, of the first 10,000 people; saves nothing',
  },
  'sources.create': {
    door: 'admin',
    method: 'POST',
    path: '/sources',
    needs: ['list.write'],
    body: sourceWish,
    status: 201,
    answer: z.object({ id: z.string(), list: z.string() }),
    summary: 'Make a source and begin to fill its list',
  },
  'sources.find': {
    door: 'admin',
    method: 'GET',
    path: '/sources/:id',
    needs: ['list.write'],
    params: byId,
    status: 200,
    answer: madeSource,
    summary: 'A source that was made in the admin',
  },
  'sources.change': {
    door: 'admin',
    method: 'PUT',
    path: '/sources/:id',
    needs: ['list.write'],
    params: byId,
    body: meaningWish,
    status: 200,
    answer: z.object({ id: z.string(), list: z.string() }),
    summary: 'Change fields and filter of a source that was made in the admin',
  },
  'sources.remove': {
    door: 'admin',
    method: 'POST',
    path: '/sources/:id/remove',
    needs: ['list.write'],
    params: byId,
    body: z.strictObject({ leaving: z.number().int().min(0) }),
    status: 202,
    answer: z.object({ started: z.literal(true) }),
    summary: 'Remove a source; its people, as many as were shown, leave the list',
  },
} as const satisfies Endpoints;
