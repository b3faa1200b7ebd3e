import type { Sender } from '../campaigns/senders';
import type { FrozenSegment } from '../segments/rule';
import type { EditionContent, Identity } from './content';
import type { Hand } from './edition';
import { filledParts } from './filled';
import { sha256 } from './fingerprint';
import { type Part, part } from './part';

export type { Part } from './part';

/**
 * The parts of an edition with this content.
 *
 * @param pictures SHA-256 of their bytes, hex, by where the media library has them
 */
export const partsOf = (
  content: EditionContent,
  sender: Sender | null,
  pictures: ReadonlyMap<string, string>,
): readonly Part[] => [
  identityPart(content.identity),
  ...(sender ? [senderPart(sender)] : []),
  ...(content.audience.segments ?? []).map(segmentPart),
  ...filledParts(content),
  ...[...pictures].map(([url, hash]) => ({ name: pictureName(url), value: hash })),
];

export const identityPart = (identity: Identity): Part => part('identity', identity);

export const senderPart = (sender: Sender): Part => part(`sender:${sender.id}`, sender);

/** What the names of segments begin with. */
const SEGMENT_PART = 'segment:';

/** Its name belongs to it: approvers go by it. */
export const segmentPart = ({ id, name, rule }: FrozenSegment): Part =>
  part(`${SEGMENT_PART}${id}`, { name, rule });

/** What the names of pictures begin with. */
const PICTURE_PART = 'picture:';

/** Replacing a file in the media library keeps its address, and the campaign that shows it stays what it was. */
export const pictureName = (url: string): string => `${PICTURE_PART}${sha256(url)}`;

/** The names of those that are new, or another than before. What is gone is in no later edition. */
export const changedParts = (before: readonly Part[], after: readonly Part[]): readonly string[] =>
  after
    .filter((now) => !before.some(({ name, value }) => name === now.name && value === now.value))
    .map(({ name }) => name);

/** Parts that are what a newsletter says, or to whom, and no setting up of the site. */
const OF_ITS_OWN = [SEGMENT_PART, PICTURE_PART];

/**
 * Those who changed parts of an edition, each once. Until something has gone out on the site, sender, identity and
 * what its sources fill are its setting up, which is nobody's hand: in a house of two nobody could sign.
 */
export function handsThrough(
  campaignId: string,
  changes: readonly { readonly part: string; readonly person: string; readonly at: number }[],
  isAfterAnother: boolean,
): Hand[] {
  const last = new Map<string, number>();
  for (const { part: name, person, at } of changes) {
    if (!isAfterAnother && !OF_ITS_OWN.some((kind) => name.startsWith(kind))) continue;
    last.set(person, Math.max(at, last.get(person) ?? 0));
  }
  const through = isAfterAnother ? 'part' : 'set-up';
  return [...last].map(([person, lastAt]) => ({ campaignId, person, lastAt, through }));
}
