import { z } from '@strapi/utils';
import type { Endpoints } from './endpoint';
import { allowance, count, id, maybeTime, person, time } from './shapes';

const scope = z.enum(['everything', 'personal-data']);

export const allowLine = z.object({
  /** An address, or a range: `192.0.2.0/24`. */
  address: z.string(),
  /** Whose it is; may be empty for a line of the configuration. */
  label: z.string(),
  scope,
  origin: z.enum(['configuration', 'admin']),
  /** Null for a line of the configuration. */
  addedBy: person.nullable(),
  addedAt: maybeTime,
});

const proposal = z.object({
  id: z.string(),
  by: person,
  at: time,
  /** The list as it would be. */
  lines: z.array(allowLine),
  /** Whether the caller may confirm it. */
  mayConfirm: allowance,
});

export const allowList = z.object({
  lines: z.array(allowLine),
  /** A change that waits for a second person. */
  proposal: proposal.nullable(),
  /** What was written in the admin is not in force: the configuration says so. */
  ignoresSaved: z.boolean(),
  /** Where the caller comes from, as the list sees it. */
  you: z.object({ address: z.string().nullable(), hops: count }),
});

const verdict = z.object({
  isAllowed: z.boolean(),
  /** The line that lets it in; null where no line guards this. */
  by: z.object({ address: z.string(), label: z.string() }).nullable(),
  text: z.string(),
});

export const addressTest = z.object({
  /** In its one spelling. */
  address: z.string(),
  everything: verdict,
  personalData: verdict,
});

export type AllowLine = z.infer<typeof allowLine>;
export type AllowListShown = z.infer<typeof allowList>;
export type AddressTestShown = z.infer<typeof addressTest>;
export type AllowScope = z.infer<typeof scope>;

/** The flow says what is wrong with a line, all of it at once. */
const wished = z.object({ address: z.string(), label: z.string(), scope: z.string().optional() });
const named = z.object({ proposal: id });

const AT = '/settings/allow-list';
const admin = { door: 'admin', status: 200 } as const;
const deciding = { ...admin, method: 'POST', needs: ['settings.write'], body: named } as const;

export const ALLOW_LIST_ENDPOINTS = {
  'allowList.find': {
    ...{ ...admin, method: 'GET', path: AT, needs: ['settings.read'] },
    answer: allowList,
    summary: 'From where newsletters can be reached, and a change that waits',
  },
  'allowList.change': {
    ...{ ...admin, method: 'PUT', path: AT, needs: ['settings.write'] },
    body: z.object({ lines: z.array(wished) }),
    answer: allowList,
    summary: 'Another list: applied if it is the first, else proposed to a second person',
  },
  'allowList.confirm': {
    ...{ ...deciding, path: `${AT}/confirm` },
    answer: allowList,
    summary: "Put another person's change into force",
  },
  'allowList.discard': {
    ...{ ...deciding, path: `${AT}/discard` },
    answer: allowList,
    summary: 'Leave the list as it is',
  },
  'allowList.test': {
    ...{ ...admin, method: 'GET', path: `${AT}/test`, needs: ['settings.read'] },
    query: z.object({ address: z.string().max(64) }),
    answer: addressTest,
    summary: 'What would happen to an address',
  },
} as const satisfies Endpoints;
