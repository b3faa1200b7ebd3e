import type { Settlement } from '../../../ports';

/** Of what comes late only the end is believed: *uncertain* is never tried again by itself. */
export const final = (settlements: readonly Settlement[]): Settlement[] =>
  settlements.filter(({ change }) => change.state === 'accepted' || change.state === 'rejected');
