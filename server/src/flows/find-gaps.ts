import type { Identity } from '../domain/editions/content';

/** What has to be there before anything can be sent, in the order in which one would set it up. */
export interface Means {
  readonly publicUrl: string | null;
  readonly secret: string | null;
  readonly transports: readonly unknown[];
  /** Of the configuration. */
  readonly sources: readonly unknown[];
  /** In the admin; those that were removed not among them. */
  madeSources(): Promise<readonly unknown[]>;
  readonly worker: 'inline' | 'only' | 'off';
  /** Strapi takes the client's address from what the client itself can write. */
  readonly isForgeable: boolean;
  /** Codes of `approval.fromEachOf` that are no role. */
  unknownRoles(): Promise<readonly unknown[]>;
  identity(): Promise<Identity | null>;
  senders(): Promise<readonly unknown[]>;
}

/** What is still to be set up. */
export async function findGaps(means: Means) {
  const gaps = [
    ['public-url', means.publicUrl === null],
    ['secret', means.secret === null],
    ['transport', means.transports.length === 0],
    ['source', means.sources.length + (await means.madeSources()).length === 0],
    ['worker', means.worker === 'off'],
    ['proxy', means.isForgeable],
    ['approval-role', (await means.unknownRoles()).length > 0],
    ['identity', (await means.identity()) === null],
    ['sender', (await means.senders()).length === 0],
  ] as const;
  return gaps.filter(([, isMissing]) => isMissing).map(([gap]) => gap);
}
