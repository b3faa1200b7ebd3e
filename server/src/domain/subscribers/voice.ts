import type { PersonClaim } from './claim';
import type { ClaimBook } from './claim-book';

/** What a source says of its people that others may say of the same ones, and with which right. */
export interface Voice {
  /** In the admin, and not in the configuration. */
  readonly isMade: boolean;
  readonly saysName: boolean;
  readonly saysLocale: boolean;
}

/** By the source's id. */
export type Voices = ReadonlyMap<string, Voice>;

/** What a mapping with these fields has anything to say of. */
export const saidIn = ({ name, locale }: { readonly name?: string; readonly locale?: string }) => ({
  name: name !== undefined,
  locale: locale !== undefined,
});

/** What of a subscriber stays as it is, whatever a source says of them. */
export interface Kept {
  readonly name: boolean;
  readonly locale: boolean;
}

/**
 * What this claim's source leaves as it is, since another that holds the subscriber says it: it has nothing to say of
 * that itself, or people of the site made it and the other one is of the configuration. Of two with one right the last
 * to speak counts.
 */
export function keptBeside(
  { sourceId, subscriberId }: PersonClaim,
  book: ClaimBook,
  voices: Voices,
): Kept {
  const own = voices.get(sourceId);
  const holders = subscriberId === null ? [] : book.holders(subscriberId);
  const others = holders.filter((claim) => claim.sourceId !== sourceId);
  const isSaidBy = (what: 'saysName' | 'saysLocale'): boolean =>
    others.some((claim) => {
      const other = voices.get(claim.sourceId);
      return other?.[what] === true && (own?.[what] !== true || (own.isMade && !other.isMade));
    });
  return { name: isSaidBy('saysName'), locale: isSaidBy('saysLocale') };
}
