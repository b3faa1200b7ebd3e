import { normaliseAddress, type Address } from '../../domain/subscribers/address';
import { countAttributes, type KnownAttribute } from '../../domain/subscribers/known-attributes';
import { maskAddress } from '../../domain/subscribers/mask';
import { placeOf } from '../../domain/subscribers/place';
import type { SourceMapping } from '../../domain/subscribers/source-mapping';
import type { LeftOutReason, SourcePerson } from '../../domain/subscribers/subscriber';
import type { LeftOutCounts, NamedPeople } from '../../ports';
import type { KeepSourcesDeps } from './deps';

/** What a source over this mapping would do to its list, as far as it was looked at. */
export interface Trial {
  readonly looked: number;
  /** There are more people than were looked at. */
  readonly isCutShort: boolean;
  readonly wouldAdd: number;
  readonly alreadyOn: number;
  readonly leftOut: LeftOutCounts;
  readonly attributes: readonly KnownAttribute[];
  /** The first ones. */
  readonly examples: readonly Example[];
}

export interface Example {
  /** Masked; null without a usable address. */
  readonly label: string | null;
  /** Null: would be, or is, on the list. */
  readonly because: LeftOutReason | null;
}

/** A person waits for the answer. */
export const MOST_TRIED = 10_000;
const AT_ONCE = 500;
const EXAMPLES = 10;

/** Reads, and writes nothing. */
export async function tryOut(deps: KeepSourcesDeps, mapping: SourceMapping): Promise<Trial> {
  const source = deps.host.open(mapping);
  const seen = new Set<string>();
  const attributes = countAttributes(mapping);
  let trial: Counted = NOTHING;
  for (let after: string | null = null; ; ) {
    const { people, upTo } = await source.read(after, AT_ONCE);
    const isCutShort = upTo !== null && trial.looked >= MOST_TRIED;
    if (upTo === null || isCutShort)
      return { ...trial, isCutShort, attributes: attributes.counted() };
    attributes.add(people);
    trial = add(trial, await weighAll(deps, mapping, { people, seen }));
    after = upTo;
  }
}

type Counted = Omit<Trial, 'attributes'>;

const NOTHING: Counted = {
  ...{ looked: 0, isCutShort: false, wouldAdd: 0, alreadyOn: 0 },
  ...{ leftOut: {}, examples: [] },
};

interface Tried extends Example {
  readonly isOn: boolean;
}

function add(trial: Counted, tried: readonly Tried[]): Counted {
  const leftOut = { ...trial.leftOut };
  for (const { because } of tried) if (because) leftOut[because] = (leftOut[because] ?? 0) + 1;
  const fit = tried.filter(({ because }) => because === null);
  const alreadyOn = fit.filter(({ isOn }) => isOn).length;
  const examples = tried.map(({ label, because }) => ({ label, because }));
  return {
    ...trial,
    looked: trial.looked + tried.length,
    wouldAdd: trial.wouldAdd + fit.length - alreadyOn,
    alreadyOn: trial.alreadyOn + alreadyOn,
    leftOut,
    examples: [...trial.examples, ...examples].slice(0, EXAMPLES),
  };
}

interface Group {
  readonly people: readonly SourcePerson[];
  /** Hashes of addresses that came before. */
  readonly seen: Set<string>;
}

async function weighAll(
  deps: KeepSourcesDeps,
  mapping: SourceMapping,
  { people, seen }: Group,
): Promise<Tried[]> {
  const homes = people.map(({ address }) => normaliseAddress(address));
  const hashes = homes.map((home) =>
    home.ok ? deps.keys.addressHash(home.value.normalised) : null,
  );
  const { out, on } = await standing(
    deps,
    mapping.list,
    hashes.flatMap((hash) => hash ?? []),
  );
  const { id: sourceId, contentType, list: listId } = mapping;
  const gone = await leftBefore(
    deps,
    { sourceId, people: contentType, listId },
    people.map(({ externalId }) => externalId),
  );
  return people.map((person, at) => {
    const home = homes[at] ?? normaliseAddress(null);
    const hash = hashes[at] ?? '';
    const place = placeOf(person, home);
    const isOut = out.has(hash) || gone.has(person.externalId);
    const because = place.on ? beyondTheSource(hash, isOut, seen) : place.because;
    return { label: labelOf(home), because, isOn: on.has(hash) };
  });
}

/** Who left by this source, where it is one that is changed, or by another over the same people. */
async function leftBefore(
  { kin, claims }: KeepSourcesDeps,
  source: NamedPeople & { readonly listId: string },
  externalIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const elsewhere = await kin.leftElsewhere(source, externalIds);
  const own = await claims.of(source.sourceId, externalIds);
  const left = own.filter(({ suppressedAt }) => suppressedAt !== null);
  return new Set([...elsewhere.keys(), ...left.map(({ externalId }) => externalId)]);
}

function beyondTheSource(hash: string, isOut: boolean, seen: Set<string>): LeftOutReason | null {
  // Before who is kept off: else a second entry with their address would fit, and tell that they are.
  if (seen.has(hash)) return 'same-person';
  seen.add(hash);
  return isOut ? 'suppressed' : null;
}

const labelOf = (home: { ok: true; value: Address } | { ok: false }): string | null =>
  home.ok ? maskAddress(home.value) : null;

/** Whose address must not be written to, or left this list by their own word; and who is on it now. */
async function standing(deps: KeepSourcesDeps, list: string, hashes: readonly string[]) {
  const suppressed = await deps.suppressions.among(hashes);
  const ids = await deps.subscribers.idsOf(hashes);
  const here = (await deps.lists.membershipsOf([...ids.values()])).filter(
    ({ listId }) => listId === list,
  );
  const left = new Set(here.filter((m) => m.leftAt !== null).map((m) => m.subscriberId));
  const isOn = new Set(here.filter((m) => m.isOn).map((m) => m.subscriberId));
  const hashesOf = (subscribers: ReadonlySet<string>): string[] =>
    [...ids].filter(([, id]) => subscribers.has(id)).map(([hash]) => hash);
  return {
    out: new Set([...suppressed.map(({ addressHash }) => addressHash), ...hashesOf(left)]),
    on: new Set(hashesOf(isOn)),
  };
}
