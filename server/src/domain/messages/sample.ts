import { maskName } from '../subscribers/mask';
import type { Reader } from '../subscribers/subscriber';
import type { SlotValues } from './message';

/** Lead to pages that say they are only a sample. */
export const sampleLinks = (publicUrl: string) => readerLinks(publicUrl, 'sample');

/** Where a reader's own links lead, by their token. */
export const readerLinks = (publicUrl: string, token: string) => ({
  'unsubscribe-url': `${publicUrl}/api/countersign/unsubscribe/${token}`,
  'preferences-url': `${publicUrl}/api/countersign/preferences/${token}`,
});

/** A real reader shows whether the greeting works; whose it is stays hidden. Null: the fallbacks. */
export const sampleValues = (
  publicUrl: string,
  reader: Pick<Reader, 'name' | 'locale'> | null,
): SlotValues => ({
  ...sampleLinks(publicUrl),
  'subscriber.name': maskName(reader?.name ?? ''),
  'subscriber.locale': reader?.locale ?? '',
});
