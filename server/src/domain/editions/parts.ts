import { listsOf, type Audience } from '../audience/audience';
import type { Sender } from '../campaigns/senders';
import type { FrozenSegment } from '../segments/rule';
import { canonicalJson } from './canonical';
import type { Identity } from './content';
import type { Hand } from './edition';
import { sha256 } from './fingerprint';

/** Something that is kept beside campaigns and that an edition goes out with; who changed it has a hand in that edition. */
export interface Part {
  /** Stays the same whatever becomes of the value; at most 80 characters. */
  readonly name: string;
  /** SHA-256 of the value, hex: the same for the same value only. */
  readonly value: string;
}

/** The parts of an edition; what is absent is none. */
export const partsOf = ({
  identity,
  sender,
  audience,
}: {
  readonly identity: Identity | null;
  readonly sender: Sender | null;
  readonly audience: Audience | null;
}): readonly Part[] => [
  ...(identity ? [identityPart(identity)] : []),
  ...(sender ? [senderPart(sender)] : []),
  ...(audience?.segments ?? []).map(segmentPart),
  ...[...(audience ? listsOf(audience) : [])].map(listPart),
];

export const identityPart = (identity: Identity): Part => part('identity', identity);

export const senderPart = (sender: Sender): Part => part(`sender:${sender.id}`, sender);

/** What the names of segments begin with. */
const SEGMENT_PART = 'segment:';

/** Its name belongs to it: approvers go by it. */
export const segmentPart = ({ id, name, rule }: FrozenSegment): Part =>
  part(`${SEGMENT_PART}${id}`, { name, rule });

/** What fills a list is not held by an edition, so each change of it counts until an edition to the list has gone out. */
export const listPart = (id: string): Part => part(`list:${id}`, id);

/** The names of those that are new, or another than before. What is gone is in no later edition. */
export const changedParts = (before: readonly Part[], after: readonly Part[]): readonly string[] =>
  after
    .filter((now) => !before.some(({ name, value }) => name === now.name && value === now.value))
    .map(({ name }) => name);

/**
 * Those who changed parts of an edition, each once. Until something has gone out on the site, sender, identity and
 * what fills its lists are its setting up, which is nobody's hand: in a house of two nobody could sign.
 */
export function handsThrough(
  campaignId: string,
  changes: readonly { readonly part: string; readonly person: string; readonly at: number }[],
  isAfterAnother: boolean,
): Hand[] {
  const last = new Map<string, number>();
  for (const { part: name, person, at } of changes) {
    if (!isAfterAnother && !name.startsWith(SEGMENT_PART)) continue;
    last.set(person, Math.max(at, last.get(person) ?? 0));
  }
  const through = isAfterAnother ? 'part' : 'set-up';
  return [...last].map(([person, lastAt]) => ({ campaignId, person, lastAt, through }));
}

const part = (name: string, value: unknown): Part => ({
  name,
  value: sha256(canonicalJson(value)),
});
