import type {
  AttributeShown,
  SegmentCount,
  SegmentShown,
} from '../../../server/src/contracts/segments';

export type Segment = SegmentShown;
export type Attribute = AttributeShown;
/** null: fewer than five. */
export type Count = SegmentCount['readers'];

export type Rule = Segment['rule'];
export type Group = Extract<Rule, { readonly kind: 'all' | 'any' }>;
export type Condition = Exclude<Rule, { readonly kind: 'all' | 'any' | 'not' }>;

export const isGroup = (rule: Rule): rule is Group => rule.kind === 'all' || rule.kind === 'any';

/** A segment wherever it is named: in a list of them, in a campaign, in an edition. */
export type NamedSegment = Pick<Segment, 'id' | 'name' | 'rule'>;
