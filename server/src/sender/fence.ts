import type { Deadline } from '../ports/sending-protocol';

/** Whether a deadline has passed by either clock. */
export type IsLate = (deadline: Deadline) => boolean;

export const isLate: IsLate = ({ wall, monotonic }) =>
  Date.now() >= wall || Number(process.hrtime.bigint() / 1_000_000n) >= monotonic;

export const msUntil = ({ wall, monotonic }: Deadline): number =>
  Math.min(wall - Date.now(), monotonic - Number(process.hrtime.bigint() / 1_000_000n));
