import { readDkimKey, type DkimKey } from '../domain/messages/dkim/key';
import { LOG_EVENTS } from '../names';
import type { Log } from '../ports';

/** Said once, when Strapi starts. */
export function warnOfWeakKeys(keys: readonly DkimKey[], log: Log): void {
  for (const { domain, selector, privateKey } of keys) {
    const read = readDkimKey(privateKey);
    if (read.ok && read.value.isWeak) log.warn(LOG_EVENTS.dkimWeak, { domain, selector });
  }
}
