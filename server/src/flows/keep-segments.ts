import type { Asking } from '../domain/access/asking';
import { type Act, told } from '../domain/audit/entry';
import { changedParts, segmentPart, type Part } from '../domain/editions/parts';
import { newId } from '../domain/ids';
import { cleanLine } from '../domain/messages/characters';
import { ok, refuse, type Result } from '../domain/result';
import { fits, knownFrom } from '../domain/segments/check';
import type { Attribute, Rule, Segment } from '../domain/segments/rule';
import type {
  AuditTrail,
  Chance,
  Clock,
  HandStore,
  ListStore,
  RuleCounter,
  SegmentStore,
  SegmentUses,
  Transactions,
} from '../ports';

export interface KeepSegmentsDeps {
  readonly segments: SegmentStore;
  readonly segmentUses: SegmentUses;
  readonly hands: Pick<HandStore, 'changed'>;
  readonly ruleCounter: RuleCounter;
  readonly lists: Pick<ListStore, 'all'>;
  /** What sources say of readers now. */
  attributes(): Promise<readonly Attribute[]>;
  readonly audit: AuditTrail;
  readonly transactions: Transactions;
  readonly clock: Clock;
  readonly chance: Chance;
}

export interface SegmentView extends Segment {
  /** That name it now. */
  readonly campaigns: number;
}

export interface WrittenSegment {
  readonly name: string;
  readonly rule: Rule;
}

type Kept = Result<
  SegmentView,
  'segment-unknown' | 'segment-name-taken' | 'segment-rule' | 'changed-meanwhile'
>;
type Removed = Result<null, 'segment-unknown' | 'segment-in-use'>;

/** Rules with a name, as people make, change and remove them. An edition holds its own copies. */
export const createKeepSegments = (deps: KeepSegmentsDeps) => ({
  attributes: deps.attributes,

  /** By name. */
  all: async (): Promise<readonly SegmentView[]> => {
    const uses = await deps.segmentUses.campaigns();
    return (await deps.segments.all()).map((segment) => viewOf(segment, uses));
  },

  find: async (id: string): Promise<SegmentView | null> => {
    const segment = await deps.segments.find(id);
    return segment && viewOf(segment, await deps.segmentUses.campaigns());
  },

  count: async (
    rule: Rule,
  ): Promise<Result<{ readonly readers: number; readonly of: number }, 'segment-rule'>> =>
    (await isFit(deps, rule)) ? ok(await deps.ruleCounter.count(rule)) : refuse('segment-rule'),

  create: async (by: Asking, written: WrittenSegment): Promise<Kept> => {
    if (!(await isFit(deps, written.rule))) return refuse('segment-rule');
    return deps.transactions.within(async () => {
      const now = deps.clock.now();
      const segment = { id: newId(now, deps.chance.bytes(10)), ...asKept(written, now) };
      if (!(await deps.segments.insert(segment))) return refuse('segment-name-taken');
      await noteHand(deps, by, [], segment);
      await tell(deps, by, 'segment.create', segment.id);
      return ok({ ...segment, campaigns: 0 });
    });
  },

  /** Of two people who change it at once the second is refused: they have not seen what the first made of it. */
  change: async (
    { id, changedAt: seen }: Pick<Segment, 'id' | 'changedAt'>,
    by: Asking,
    written: WrittenSegment,
  ): Promise<Kept> => {
    if (!(await isFit(deps, written.rule))) return refuse('segment-rule');
    return deps.transactions.within(async () => {
      const before = await deps.segments.find(id);
      if (!before) return refuse('segment-unknown');
      const segment = { id, ...asKept(written, Math.max(deps.clock.now(), seen + 1)) };
      const saved = await deps.segments.save(segment, seen);
      if (saved !== 'saved') return refuse(saved);
      await noteHand(deps, by, [segmentPart(before)], segment);
      await tell(deps, by, 'segment.change', id);
      return ok(viewOf(segment, await deps.segmentUses.campaigns()));
    });
  },

  remove: async (id: string, by: Asking): Promise<Removed> =>
    deps.transactions.within(async () => {
      if (!(await deps.segments.find(id))) return refuse('segment-unknown');
      const uses = await deps.segmentUses.campaigns();
      if ((uses.get(id) ?? 0) > 0) return refuse('segment-in-use');
      await deps.segments.remove(id);
      await tell(deps, by, 'segment.remove', id);
      return ok(null);
    }),
});

const viewOf = (segment: Segment, uses: ReadonlyMap<string, number>): SegmentView => ({
  ...segment,
  campaigns: uses.get(segment.id) ?? 0,
});

const asKept = ({ name, rule }: WrittenSegment, changedAt: number): Omit<Segment, 'id'> => ({
  ...{ name: cleanLine(name), rule, changedAt },
});

const isFit = async ({ lists, attributes }: KeepSegmentsDeps, rule: Rule): Promise<boolean> =>
  fits(rule, knownFrom(await lists.all(), await attributes()));

/** Saved as it was, it is nobody's. */
const noteHand = (
  { hands }: KeepSegmentsDeps,
  { person }: Asking,
  before: readonly Part[],
  segment: Segment,
): Promise<void> =>
  hands.changed(changedParts(before, [segmentPart(segment)]), person, segment.changedAt);

const tell = (
  { audit, clock }: KeepSegmentsDeps,
  by: Asking,
  act: Act,
  id: string,
): Promise<void> =>
  audit.record(
    told(by, { act, result: 'done', subject: { kind: 'segment', id }, at: clock.now() }),
  );
