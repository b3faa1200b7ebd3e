import { maskName } from '../subscribers/mask';
import type { Reader } from '../subscribers/subscriber';
import type { SlotValues } from './message';

/** Leads to a page that says it is only a sample. */
export const sampleUnsubscribeUrl = (publicUrl: string): string =>
  `${publicUrl}/api/countersign/unsubscribe/sample`;

/** A real reader shows whether the greeting works; whose it is stays hidden. Null: the fallbacks. */
export const sampleValues = (
  publicUrl: string,
  reader: Pick<Reader, 'name' | 'locale'> | null,
): SlotValues => ({
  'unsubscribe-url': sampleUnsubscribeUrl(publicUrl),
  'subscriber.name': maskName(reader?.name ?? ''),
  'subscriber.locale': reader?.locale ?? '',
});
