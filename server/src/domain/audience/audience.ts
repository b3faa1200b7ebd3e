/** Lists to include minus lists to leave out, as a definition. Frozen into deliveries when sending starts. */
export interface Audience {
  /** Ids of lists; at least one. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}
