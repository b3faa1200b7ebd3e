import type { Asking } from '../../domain/access/asking';
import type { Attribute, Rule, Segment } from '../../domain/segments/rule';
import type { Answer } from './answer';

export interface SegmentView extends Segment {
  /** That name it now. */
  readonly campaigns: number;
}

interface WrittenSegment {
  readonly name: string;
  readonly rule: Rule;
}

/** Rules over readers, with a name. */
export interface SegmentRoom {
  /** What sources say of readers now. */
  attributes(): Promise<readonly Attribute[]>;
  all(): Promise<readonly SegmentView[]>;
  find(id: string): Promise<SegmentView | null>;
  count(rule: Rule): Promise<Answer<{ readonly readers: number; readonly of: number }>>;
  create(by: Asking, written: WrittenSegment): Promise<Answer<SegmentView>>;
  /** Refused if it is not any more as somebody saw it. */
  change(
    seen: Pick<Segment, 'id' | 'changedAt'>,
    by: Asking,
    written: WrittenSegment,
  ): Promise<Answer<SegmentView>>;
  remove(id: string, by: Asking): Promise<Answer<null>>;
}
