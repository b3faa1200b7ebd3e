import { membersOf, parsed } from './audience';

/** A wall clock somewhere. `date` is YYYY-MM-DD, `time` HH:mm; each empty while not chosen. */
export interface WishedTimeValue {
  readonly date: string;
  readonly time: string;
  /** IANA name. */
  readonly zone: string;
}

/** @param here the zone to begin with */
export function readWishedTime(stored: unknown, here: string): WishedTimeValue {
  const { local, zone } = membersOf(parsed(stored));
  const [date = '', time = ''] = typeof local === 'string' ? local.split('T') : [];
  return { date, time: time.slice(0, 5), zone: typeof zone === 'string' && zone ? zone : here };
}

const FIRST_TIME = '09:00';

/** Without a date there is no wished time; a date alone begins in the morning. */
export function writeWishedTime({ date, time, zone }: WishedTimeValue) {
  return date === '' ? null : { local: `${date}T${time || FIRST_TIME}`, zone };
}

/**
 * The moment a wall clock in `zone` shows `local`, ms since 1970; undefined for what is no time. Where
 * the clock shows it twice, either; where never, the moment an hour off. For showing only: the server
 * reads it again and says so.
 */
export function momentOf(local: string, zone: string): number | undefined {
  const asIfUtc = Date.parse(`${local}Z`);
  if (Number.isNaN(asIfUtc) || !isZone(zone)) return undefined;
  const guess = asIfUtc - offsetAt(asIfUtc, zone);
  return asIfUtc - offsetAt(guess, zone);
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** How far the clock in `zone` is ahead of UTC at `moment`, in ms. */
function offsetAt(moment: number, zone: string): number {
  const clock = new Intl.DateTimeFormat('sv', {
    ...{ timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
  });
  const shown = Date.parse(`${clock.format(moment).replace(' ', 'T')}Z`);
  return shown - Math.floor(moment / 1000) * 1000;
}
