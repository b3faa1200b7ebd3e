/** One thing `strapi-plugin-countersign` can be asked for. */
export interface Command {
  readonly options: readonly string[];
  /** The exit code when `run` throws. */
  readonly failed: number;
  /** The exit code; null: the process goes on until it is asked to end. */
  run(options: readonly string[]): Promise<number | null>;
}
