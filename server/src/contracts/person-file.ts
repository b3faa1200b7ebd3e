import { z } from '@strapi/utils';
import { count, time } from './shapes';

/** All we hold on one person, in words and times that a person can read. */
export const personFile = z.object({
  madeAt: z.string(),
  person: z.object({
    id: z.string(),
    address: z.string().nullable(),
    name: z.string().nullable(),
    locale: z.string().nullable(),
    status: z.string(),
    pausedUntil: z.string().nullable(),
    /** How many days they want between newsletters. */
    daysBetween: z.number().nullable(),
    since: z.string(),
  }),
  lists: z.array(z.object({ list: z.string(), isOn: z.boolean(), since: z.string() })),
  consents: z.array(
    z.object({
      list: z.string(),
      kind: z.string(),
      source: z.string().nullable(),
      how: z.string(),
      /** Which version of the words they agreed to. */
      wording: z.string().nullable(),
      at: z.string(),
    }),
  ),
  sources: z.array(
    z.object({
      source: z.string(),
      externalId: z.string(),
      leftOut: z.string().nullable(),
      leftAt: z.string().nullable(),
      /** As the source has them; dates in ms since 1970. */
      attributes: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    }),
  ),
  suppression: z
    .object({
      because: z.string(),
      source: z.string(),
      note: z.string().nullable(),
      since: z.string(),
    })
    .nullable(),
  signUps: z.array(
    z.object({
      form: z.string(),
      wording: z.string(),
      askedAt: z.string(),
      confirmedAt: z.string(),
    }),
  ),
  deliveries: z.array(
    z.object({
      edition: z.string(),
      state: z.string(),
      because: z.string().nullable(),
      reply: z.string().nullable(),
      at: z.string().nullable(),
    }),
  ),
  acts: z.array(z.object({ act: z.string(), at: z.string() })),
});

/** Proof of an erasure: what was removed, in numbers. */
export const erasureReceipt = z.object({
  id: z.string(),
  at: time,
  removed: z.object({ addresses: count, labels: count, memberships: count, replies: count }),
});

export type PersonFile = z.infer<typeof personFile>;
export type ErasureReceipt = z.infer<typeof erasureReceipt>;
