import { DateTime, IANAZone } from 'luxon';
import { ok, refuse } from '../domain/result';
import type { Zones } from '../ports';

/** No offset and no zone of its own: the wall clock's reading and nothing else. */
const WALL_CLOCK = /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,3})?)?$/;

export const zones: Zones = {
  resolve: ({ local, zone }) => {
    // Some of Node's versions take an offset for a zone.
    if (!/^[A-Za-z]/.test(zone) || !IANAZone.isValidZone(zone)) return refuse('unknown-zone');
    if (!WALL_CLOCK.test(local)) return refuse('bad-time');
    const time = DateTime.fromISO(local, { zone });
    if (!time.isValid) return refuse('bad-time');
    // A time the clocks skip comes out as another one.
    if (!isSameReading(time, local)) return refuse('never');
    if (time.getPossibleOffsets().length > 1) return refuse('twice');
    return ok(time.toMillis());
  },
};

const isSameReading = (time: DateTime, local: string): boolean =>
  DateTime.fromISO(local, { zone: 'utc' }).toISO({ includeOffset: false }) ===
  time.toISO({ includeOffset: false });
