import { z } from '@strapi/utils';
import type { Endpoints } from './endpoint';
import { count, id, limit, pageOf, person, time } from './shapes';

/** One act, done or refused. People are named as they are called now; the row holds their id only. */
export const auditEntry = z.object({
  id: z.string(),
  at: time,
  act: z.string(),
  /** In words. */
  text: z.string(),
  result: z.string(),
  resultText: z.string(),
  isDone: z.boolean(),
  /** Null: the house itself, or a reader. */
  person: person.nullable(),
  door: z.string(),
  doorText: z.string(),
  /** `text` is its kind and, where it has one, its name, in words. */
  subject: z.object({ kind: z.string(), id: z.string(), text: z.string() }).nullable(),
  ip: z.string().nullable(),
});

export const verification = z.object({
  isWhole: z.boolean(),
  /** The result in one sentence. */
  text: z.string(),
  sealed: count,
  dropped: count,
  unsealed: count,
  found: count,
  findings: z.array(
    z.object({
      kind: z.string(),
      rowId: z.string().nullable(),
      seq: count.nullable(),
      text: z.string(),
    }),
  ),
  isMarked: z.boolean(),
  isAppendOnly: z.boolean(),
  /** Whether the database refuses changes itself, and whether the end could be compared, in words. */
  notes: z.array(z.string()),
});

/** What one may look for: every act with its words. */
export const auditActs = z.object({
  acts: z.array(z.object({ act: z.string(), text: z.string() })),
});

export type AuditEntryShown = z.infer<typeof auditEntry>;
export type VerificationShown = z.infer<typeof verification>;
export type AuditActs = z.infer<typeof auditActs>;

const moment = z.coerce.number().int().min(0).max(8.64e15);
const reading = { door: 'admin', method: 'GET', needs: ['audit.read'], status: 200 } as const;

export const AUDIT_ENDPOINTS = {
  'audit.list': {
    ...reading,
    path: '/audit',
    query: z.object({
      act: z.string().max(64).optional(),
      person: id.optional(),
      subject: id.optional(),
      from: moment.optional(),
      to: moment.optional(),
      before: z
        .string()
        .regex(/^\d{1,16}$/)
        .optional(),
      limit,
    }),
    answer: pageOf(auditEntry),
    summary: 'The audit trail, newest first',
  },
  'audit.acts': {
    ...reading,
    path: '/audit/acts',
    answer: auditActs,
    summary: 'The acts there are, in words',
  },
  'audit.verify': {
    ...reading,
    path: '/audit/verification',
    answer: verification,
    summary:
      'Whether anybody has changed, removed or added rows; reads all of them and changes nothing',
  },
} as const satisfies Endpoints;
