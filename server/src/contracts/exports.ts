import { z } from '@strapi/utils';
import type { Endpoints } from './endpoint';
import { allowance, byId, count, id, limit, maybeTime, person, time } from './shapes';

export const listExport = z.object({
  id: z.string(),
  list: z.string(),
  listName: z.string(),
  askedBy: person,
  askedAt: time,
  reason: z.string(),
  /** On the list when it was asked for. */
  readers: count,
  state: z.string(),
  stateText: z.string(),
  decidedBy: person.nullable(),
  decidedAt: maybeTime,
  /** Until when it waits or can be downloaded. */
  until: time,
  downloads: count,
  downloadsLeft: count,
  mayAllow: allowance,
  mayRefuse: allowance,
  mayWithdraw: allowance,
  mayDownload: allowance,
});

export type ListExportShown = z.infer<typeof listExport>;

const exportsShown = z.object({
  /** False: the configuration says so, and every act is refused. */
  isOn: z.boolean(),
  results: z.array(listExport),
  next: z.string().nullable(),
});

export type ExportsShown = z.infer<typeof exportsShown>;

const inPerson = {
  door: 'admin',
  method: 'POST',
  shows: 'personal-data',
  needs: ['subscriber.export'],
  params: byId,
} as const;

const onExport = { ...inPerson, about: 'export', status: 200, answer: listExport } as const;

export const EXPORT_ENDPOINTS = {
  'exports.list': {
    door: 'admin',
    method: 'GET',
    shows: 'personal-data',
    path: '/exports',
    needs: ['subscriber.export'],
    about: 'some-of-them',
    query: z.object({ before: id.optional(), limit }),
    status: 200,
    answer: exportsShown,
    summary: 'Exports of lists: who asked, who decided, what is left; no address',
  },
  'exports.ask': {
    ...inPerson,
    path: '/lists/:id/exports',
    about: 'list',
    body: z.object({ reason: z.string().trim().min(1).max(500) }),
    status: 201,
    answer: listExport,
    summary: 'Ask for the addresses of a list; another person has to allow it',
  },
  'exports.allow': {
    ...onExport,
    path: '/exports/:id/allow',
    summary: 'Allow an export that somebody else asked for',
  },
  'exports.refuse': {
    ...onExport,
    path: '/exports/:id/refuse',
    summary: 'Refuse an export that somebody else asked for',
  },
  'exports.withdraw': {
    ...onExport,
    path: '/exports/:id/withdraw',
    summary: 'Take back an export one has asked for, also after it was allowed',
  },
} as const satisfies Endpoints;

/** What is answered with a file. */
export const EXPORT_FILE_ENDPOINTS = {
  'exports.download': {
    ...inPerson,
    path: '/exports/:id/download',
    about: 'export',
    status: 200,
    answer: z.string(),
    media: 'text/csv',
    summary: 'The addresses of the list, for whoever asked, a few times and not for long',
  },
} as const satisfies Endpoints;
