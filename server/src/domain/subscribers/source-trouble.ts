/** Why another database could not be read. Nothing of what its driver said: drivers repeat credentials. */
export const SOURCE_TROUBLES = [
  'unreachable',
  'refused',
  'timeout',
  'bad-query',
  'bad-rows',
] as const;
export type SourceTrouble = (typeof SOURCE_TROUBLES)[number];

/** A source elsewhere that cannot be read now; its list stays as it is. */
export class SourceUnreadable extends Error {
  constructor(
    readonly sourceId: string,
    readonly reason: SourceTrouble,
  ) {
    super(`source ${sourceId}: ${reason}`);
  }
}
