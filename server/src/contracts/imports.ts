import { z } from '@strapi/utils';
import type { Endpoints } from './endpoint';
import { allowance, byId, count, id, limit, maybeTime, pageOf, person, time } from './shapes';

export const suppressionImport = z.object({
  id: z.string(),
  askedBy: person,
  askedAt: time,
  reason: z.string(),
  because: z.string(),
  becauseText: z.string(),
  state: z.string(),
  stateText: z.string(),
  decidedBy: person.nullable(),
  decidedAt: maybeTime,
  /** Until when it waits. */
  until: time,
  /** Each once. */
  addresses: count,
  /** Of them, suppressed already when it was submitted; null: too few of one kind, or they may see no addresses. */
  known: count.nullable(),
  /** Lines without an address. */
  unreadable: count,
  /** Masked; while it waits. */
  examples: z.array(z.string()),
  mayAllow: allowance,
  mayRefuse: allowance,
  mayWithdraw: allowance,
});

export type ImportShown = z.infer<typeof suppressionImport>;

const inPerson = {
  door: 'admin',
  method: 'POST',
  shows: 'personal-data',
  needs: ['subscriber.write'],
} as const;

const onImport = { ...inPerson, params: byId, status: 200, answer: suppressionImport } as const;

/** A longer file comes in pieces: Strapi takes a megabyte at once. */
export const MOST_CHARACTERS = 250_000;

export const IMPORT_ENDPOINTS = {
  'imports.list': {
    door: 'admin',
    method: 'GET',
    shows: 'personal-data',
    path: '/suppression-imports',
    needs: ['subscriber.write'],
    query: z.object({ before: id.optional(), limit }),
    status: 200,
    answer: pageOf(suppressionImport),
    summary: 'Suppressions of an old tool: who asked, who decided, how many; no address',
  },
  'imports.begin': {
    ...inPerson,
    path: '/suppression-imports',
    body: z.object({
      reason: z.string().trim().min(1).max(500),
      because: z.enum(['unsubscribed', 'hard-bounce', 'complaint', 'by-hand']),
    }),
    status: 201,
    answer: suppressionImport,
    summary: 'Begin an import of suppressions, which is then filled and submitted',
  },
  'imports.add': {
    ...onImport,
    path: '/suppression-imports/:id/lines',
    body: z.object({ lines: z.string().min(1).max(MOST_CHARACTERS) }),
    summary: 'Add lines of a file, an address each or CSV; only keyed hashes and labels are kept',
  },
  'imports.submit': {
    ...onImport,
    path: '/suppression-imports/:id/submit',
    summary: 'Hand a filled import to a second person',
  },
  'imports.allow': {
    ...onImport,
    path: '/suppression-imports/:id/allow',
    summary: 'Allow an import that somebody else asked for; its addresses are then suppressed',
  },
  'imports.refuse': {
    ...onImport,
    path: '/suppression-imports/:id/refuse',
    summary: 'Refuse an import that somebody else asked for',
  },
  'imports.withdraw': {
    ...onImport,
    path: '/suppression-imports/:id/withdraw',
    summary: 'Take back an import one has asked for',
  },
} as const satisfies Endpoints;
