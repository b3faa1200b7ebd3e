import type { Asking } from '../../domain/access/asking';
import type { KnownAttribute } from '../../domain/subscribers/known-attributes';
import type { Meaning } from '../../domain/subscribers/made-attributes';
import type { MadeSource, SourceField, SourceWish } from '../../domain/subscribers/made-source';
import type { SourceMapping } from '../../domain/subscribers/source-mapping';
import type { LeftOutReason } from '../../domain/subscribers/subscriber';
import type { Answer } from './answer';

/** What a source would do. */
export interface TrialView {
  readonly looked: number;
  readonly isCutShort: boolean;
  readonly wouldAdd: number;
  readonly alreadyOn: number;
  readonly leftOut: Readonly<Partial<Record<LeftOutReason, number>>>;
  readonly attributes: readonly KnownAttribute[];
  readonly examples: readonly {
    readonly label: string | null;
    readonly because: LeftOutReason | null;
  }[];
}

/** Sources made in the admin; those of the configuration are not to be found here. */
export interface SourceRoom {
  types(): Promise<
    readonly {
      readonly uid: string;
      readonly name: string;
      readonly sourceId: string;
      readonly fields: readonly SourceField[];
    }[]
  >;
  /** Saves nothing. */
  tryOut(wish: SourceWish): Promise<Answer<TrialView>>;
  create(wish: SourceWish, by: Asking): Promise<Answer<SourceMapping>>;
  find(id: string): Promise<(MadeSource & { readonly onList: number }) | null>;
  /** Refused if it is not any more as somebody saw it. */
  change(
    seen: { readonly id: string; readonly changedAt: number },
    wish: Meaning,
    by: Asking,
  ): Promise<Answer<SourceMapping>>;
  /** Its people leave, as long as they are no more than somebody was shown. */
  remove(id: string, shown: { readonly leaving: number }, by: Asking): Promise<Answer<null>>;
}
