import type { Asking } from '../../domain/access/asking';
import type { WishedTime } from '../../domain/editions/content';
import type { Edition, Hand } from '../../domain/editions/edition';
import type { FrozenSegment } from '../../domain/segments/rule';
import type { CampaignProblem } from '../../domain/campaigns/problems';
import type { Answer } from './answer';

/** A campaign as its list shows it; `updatedAt` in ms. */
export interface CampaignRow {
  readonly id: string;
  readonly name: string;
  readonly updatedAt: number;
  /** The newest edition of any state. */
  readonly edition: Edition | null;
}

export interface CampaignView extends CampaignRow {
  readonly locales: readonly string[];
  readonly senderId: string | null;
  readonly wishedAt: WishedTime | null;
  /** The open one, if any; in a list it is the newest. */
  readonly edition: Edition | null;
  /** Newest first, the open one included. */
  readonly history: readonly Edition[];
  readonly hands: readonly Hand[];
  /** What would be wrong with an edition made now: the problems of the message and of what surrounds it. */
  readonly problems: readonly CampaignProblem[];
  readonly audience: AudienceNow;
  /** Of the audience, as they are now; none: everybody on the lists. */
  readonly segments: readonly FrozenSegment[];
}

export interface AudienceNow {
  readonly readers: number;
  readonly leftOut: Readonly<Record<string, number>>;
}

/** One locale's message filled for a masked sample reader. */
export interface Preview {
  readonly subject: string;
  readonly preheader: string;
  readonly html: string;
  readonly text: string;
}

export interface CampaignRoom {
  /** By age of the document, newest first; `before` is the id of the last row of the page before. */
  list(page: { readonly before?: string; readonly limit: number }): Promise<readonly CampaignRow[]>;
  find(id: string): Promise<CampaignView | null>;
  preview(
    id: string,
    choice: { readonly locale?: string; readonly subscriber?: string },
  ): Promise<Answer<Preview>>;
  /** To the caller's own admin address, if they confirmed it. */
  test(
    id: string,
    by: Asking,
    choice: { readonly locale?: string },
  ): Promise<Answer<{ readonly leftToday: number }>>;
  submit(id: string, by: Asking): Promise<Answer<Edition>>;
}

/** What the guard tells the house about writes to the campaign type, from whatever door. */
export interface CampaignWatch {
  /**
   * A campaign was written, in the transaction that is open around the caller if there is one. Records
   * the hand (an unknown one has no admin session), and voids the open edition if the campaign is no
   * longer what was frozen.
   */
  written(campaignId: string, by: Asking): Promise<void>;
  /** The hands of the original are hands of the copy. */
  cloned(fromCampaignId: string, toCampaignId: string, by: Asking): Promise<void>;
  /** Other bytes come to be where the media library has these addresses. */
  replaced(urls: readonly string[], by: Asking): Promise<void>;
}
