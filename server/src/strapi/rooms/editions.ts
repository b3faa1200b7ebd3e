import type { Asking } from '../../domain/access/asking';
import type { CampaignProblem } from '../../domain/campaigns/problems';
import type { LocaleChanges } from '../../domain/editions/changes';
import type { Decision, Edition, FullEdition, Hand } from '../../domain/editions/edition';
import type { EditionState } from '../../domain/editions/states';
import type { ReviewRefusal } from '../../domain/reviews/refusals';
import type { SeatsLeft } from '../../domain/reviews/seats';
import type { Answer } from './answer';
import type { AudienceNow, Preview } from './campaigns';

export interface EditionQuery {
  readonly campaignId?: string;
  readonly states?: readonly EditionState[];
  readonly before?: string;
  readonly limit: number;
}

export interface EditionView {
  readonly edition: FullEdition;
  readonly decisions: readonly Decision[];
  readonly hands: readonly Hand[];
  readonly audience: AudienceNow;
  /** Warnings that were shown at submit. */
  readonly problems: readonly CampaignProblem[];
  readonly approvals: {
    readonly given: number;
    readonly required: number;
    /** Still, those from roles among them. */
    readonly missing: number;
    readonly seats: SeatsLeft;
  };
}

export interface EditionChanges {
  /** The earlier edition; null when there is none. */
  readonly since: Edition | null;
  readonly locales: readonly LocaleChanges[];
}

export interface AudienceSpread {
  readonly lists: readonly { readonly id: string; readonly readers: number }[];
  readonly domains: readonly { readonly domain: string; readonly readers: number }[];
  /** At none of these domains. */
  readonly elsewhere: number;
}

export interface EditionRoom {
  list(query: EditionQuery): Promise<readonly Edition[]>;
  find(id: string): Promise<EditionView | null>;
  /** Its audience as it is now. */
  spread(id: string): Promise<AudienceSpread | null>;
  /** The frozen message, filled for a masked sample reader. */
  message(
    id: string,
    choice: { readonly locale?: string; readonly reader?: string },
  ): Promise<Answer<Preview>>;
  changes(
    id: string,
    earlier: 'sent' | { readonly decidedBy: string },
  ): Promise<Answer<EditionChanges>>;
}

export type Obstacle = ReviewRefusal | { readonly because: 'no-such-edition' };

export interface ReviewRoom {
  /** Null: this person may countersign it now; else why not. */
  obstacle(editionId: string, by: Asking): Promise<Obstacle | null>;
  approve(
    editionId: string,
    by: Asking,
    seen: { readonly readersShown: number; readonly fingerprint?: string },
  ): Promise<Answer<Edition>>;
  sendBack(
    editionId: string,
    by: Asking,
    why: { readonly reason: string },
  ): Promise<Answer<Edition>>;
  withdraw(editionId: string, by: Asking): Promise<Answer<Edition>>;
}
