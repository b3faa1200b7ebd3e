import { z } from '@strapi/utils';
import type { Rule } from '../domain/segments/rule';
import type { Endpoints } from './endpoint';
import { attribute, attributeName, byId, count, id, locale, time } from './shapes';

/** No control characters and no half of a character: no attribute holds one. */
const words = z
  .string()
  .min(1)
  .max(400)
  .regex(/^[^\p{Cc}\p{Cs}]{1,200}$/u);
const moment = z.number().int();
const days = z.number().int().min(1).max(3650);

const condition = z.union([
  z.object({
    kind: z.literal('text'),
    attribute: attributeName,
    is: z.enum(['equal', 'starts-with', 'contains']),
    value: words,
  }),
  z.object({
    kind: z.literal('number'),
    attribute: attributeName,
    is: z.enum(['equal', 'at-least', 'at-most']),
    value: z.number(),
  }),
  z.object({ kind: z.literal('flag'), attribute: attributeName }),
  z.object({
    kind: z.literal('date'),
    attribute: attributeName,
    is: z.enum(['before', 'from']),
    value: moment,
  }),
  z.object({
    kind: z.literal('date'),
    attribute: attributeName,
    is: z.enum(['in-the-last', 'in-the-next']),
    days,
  }),
  z.object({ kind: z.literal('known'), attribute: attributeName }),
  z.object({ kind: z.literal('list'), list: id }),
  z.object({ kind: z.literal('since'), list: id, is: z.enum(['before', 'from']), value: moment }),
  z.object({ kind: z.literal('locale'), locale }),
]);

const around = (below: z.ZodType<Rule>): z.ZodType<Rule> =>
  z.union([
    condition,
    z.object({ kind: z.enum(['all', 'any']), rules: z.array(below).min(1).max(20) }),
    z.object({ kind: z.literal('not'), rule: below }),
  ]);

/** Deeper than the house lets it be, which says so in words; not endlessly, so that none is too deep to read. */
const LEVELS = 10;

export const rule: z.ZodType<Rule> = Array.from({ length: LEVELS }).reduce<z.ZodType<Rule>>(
  around,
  condition,
);

export const segment = z.object({
  id: z.string(),
  name: z.string(),
  rule,
  changedAt: time,
  /** Campaigns as they stand now; an edition holds its segments itself. */
  usedBy: z.object({ campaigns: count }),
});

/** A segment as an edition or a campaign names it. */
export const namedSegment = z.object({ id: z.string(), name: z.string(), rule });

/** Null: fewer than five, none among them. */
export const maybeFew = count.nullable();
/** To the nearest ten for who may not reveal addresses. */
export const segmentCount = z.object({ readers: maybeFew, of: maybeFew, isExact: z.boolean() });

export type SegmentShown = z.infer<typeof segment>;
export type AttributeShown = z.infer<typeof attribute>;
export type SegmentCount = z.infer<typeof segmentCount>;

const written = z.object({ name: z.string().trim().min(1).max(100), rule });
const rewritten = written.extend({ changedAt: time.describe('Of the segment as it was read') });

export const SEGMENT_ENDPOINTS = {
  'segments.list': {
    door: 'admin',
    method: 'GET',
    path: '/segments',
    needs: ['list.read'],
    status: 200,
    answer: z.object({ results: z.array(segment) }),
    summary: 'All segments, by name',
  },
  'segments.attributes': {
    door: 'admin',
    method: 'GET',
    path: '/segments/attributes',
    needs: ['list.read'],
    status: 200,
    answer: z.object({ results: z.array(attribute) }),
    summary: 'What sources say of people that a segment may ask for',
  },
  'segments.find': {
    door: 'admin',
    method: 'GET',
    path: '/segments/:id',
    needs: ['list.read'],
    params: byId,
    status: 200,
    answer: segment,
    summary: 'One segment',
  },
  'segments.count': {
    door: 'admin',
    method: 'POST',
    path: '/segments/count',
    needs: ['list.read'],
    body: z.object({ rule }),
    status: 200,
    answer: segmentCount,
    summary: 'How many readers a rule is true of now, saved or not; nothing is changed',
  },
  'segments.create': {
    door: 'admin',
    method: 'POST',
    path: '/segments',
    needs: ['list.write'],
    body: written,
    status: 201,
    answer: segment,
    summary: 'Make a segment',
  },
  'segments.change': {
    door: 'admin',
    method: 'PUT',
    path: '/segments/:id',
    needs: ['list.write'],
    params: byId,
    body: rewritten,
    status: 200,
    answer: segment,
    summary: 'Change a segment; editions that were submitted keep it as it was',
  },
  'segments.remove': {
    door: 'admin',
    method: 'DELETE',
    path: '/segments/:id',
    needs: ['list.write'],
    params: byId,
    status: 200,
    answer: z.object({ removed: z.literal(true) }),
    summary: 'Remove a segment that no campaign uses',
  },
} as const satisfies Endpoints;
