import type { Deadline } from '../../ports/sending-protocol';

/** The same moment by the clock on the wall and by one that nobody sets. @param wall ms since 1970 */
export const deadlineAt = (wall: number): Deadline => ({
  wall,
  monotonic: Number(process.hrtime.bigint() / 1_000_000n) + (wall - Date.now()),
});
