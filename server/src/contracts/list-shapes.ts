import { z } from '@strapi/utils';
import type { SourceTrouble } from '../domain/subscribers/source-trouble';
import { count, countsByWord, maybeTime, time } from './shapes';

const TROUBLES = [
  ...(['unreachable', 'refused', 'timeout', 'bad-query', 'bad-rows'] as const),
] satisfies SourceTrouble[];

const syncRun = z.object({
  id: z.string(),
  state: z.string(),
  startedAt: time,
  finishedAt: maybeTime,
  counts: z.object({ seen: count, added: count, changed: count, removed: count }),
  leftOut: countsByWord,
  brake: z
    .object({ leaving: count, of: count, isKept: z.boolean() })
    .nullable()
    .describe('Set when the run stopped because too many would have left the list'),
});

export const list = z.object({
  id: z.string(),
  name: z.string(),
  readers: count,
  sources: z.array(
    z.object({
      id: z.string(),
      contentType: z.string(),
      madeHere: z.boolean().describe('In the admin, where it can be changed'),
      isLeaving: z.boolean().describe('It was removed, and its people are leaving'),
      pausedBy: z.string().nullable().describe('The field that is gone or of another kind'),
      trouble: z
        .enum(TROUBLES)
        .nullable()
        .describe('Why another database could not be read the last time'),
      lastRun: syncRun.nullable(),
      leftOut: countsByWord,
    }),
  ),
});

export const leftOutRow = z.object({
  source: z.string(),
  externalId: z.string(),
  label: z.string().nullable(),
  because: z.string(),
  text: z.string(),
});

export type List = z.infer<typeof list>;
export type LeftOutRow = z.infer<typeof leftOutRow>;
