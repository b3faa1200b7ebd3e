import type { Site } from '../support/sync/site';

/** Something that happens on a site, and where it has to lead. */
export interface Situation {
  readonly title: string;
  /** Before it: Ann and Bob are on the list, and whatever this adds. */
  readonly given?: (site: Site) => Promise<unknown>;
  readonly when: (site: Site) => Promise<unknown>;
  /** Who is on the list then: names as the site has them, or whole addresses. */
  readonly list: readonly string[];
  /** Why the others are not. */
  readonly out?: readonly string[];
  /** The hook cannot know of it: what it says until the next reconcile, which then brings the rest. */
  readonly unheard?: readonly string[];
  /** The sync says no, in these words, and leaves the list as it is. */
  readonly refused?: string;
  /** What has to hold besides. */
  readonly also?: (site: Site) => Promise<void>;
}
