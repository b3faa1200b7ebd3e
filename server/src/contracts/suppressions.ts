import { z } from '@strapi/utils';
import type { Endpoints } from './endpoint';
import { limit, pageOf, time } from './shapes';

export const suppression = z.object({
  hash: z.string(),
  label: z.string(),
  because: z.string(),
  text: z.string(),
  source: z.string(),
  note: z.string().nullable(),
  since: time,
});

export type Suppression = z.infer<typeof suppression>;

const note = z.string().trim().min(1).max(500);
const cursor = z.string().max(256).optional();

export const SUPPRESSION_ENDPOINTS = {
  'suppressions.list': {
    door: 'admin',
    method: 'GET',
    shows: 'personal-data',
    path: '/suppressions',
    needs: ['subscriber.read'],
    query: z.object({ after: cursor, limit }),
    status: 200,
    answer: pageOf(suppression),
    summary: 'Who must not get campaign messages, masked',
  },
  'suppressions.add': {
    door: 'admin',
    method: 'POST',
    shows: 'personal-data',
    path: '/suppressions',
    needs: ['subscriber.write'],
    body: z.object({
      address: z.string().trim().min(3).max(320),
      note: note.nullable().default(null),
    }),
    status: 201,
    answer: z.object({ label: z.string() }),
    summary: 'Suppress an address by hand; the same answer where it is suppressed already',
  },
  'suppressions.lift': {
    door: 'admin',
    method: 'DELETE',
    path: '/suppressions/:hash',
    needs: ['subscriber.write'],
    params: z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/) }),
    status: 200,
    answer: z.object({ lifted: z.literal(true) }),
    summary: 'Lift a suppression',
  },
} as const satisfies Endpoints;
