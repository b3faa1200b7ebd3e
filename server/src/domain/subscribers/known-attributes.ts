import type { AttributeValue } from '../segments/attributes';
import type { Attribute } from '../segments/rule';
import type { SourceMapping } from './source-mapping';
import type { SourcePerson } from './subscriber';

/** How much a source would say under a name; in numbers, since a value may tell who somebody is. */
export interface KnownAttribute extends Attribute {
  /** People who have a value, of all that were looked at. */
  readonly known: number;
  /** Values that are not the same; null: more than {@link MOST_DIFFERENT}. */
  readonly different: number | null;
}

export const MOST_DIFFERENT = 100;

/** Counts page by page; holds no more values of one attribute than tell that there are too many. */
export function countAttributes({ attributes = [] }: SourceMapping) {
  const counts = attributes.map(({ name, kind }) => ({
    ...{ name, kind, known: 0 },
    values: new Set<AttributeValue>(),
  }));
  return {
    add: (people: readonly SourcePerson[]): void => {
      for (const one of counts) {
        const values = people.flatMap((person) => person.attributes?.[one.name] ?? []);
        one.known += values.length;
        for (const value of values) if (one.values.size <= MOST_DIFFERENT) one.values.add(value);
      }
    },
    counted: (): KnownAttribute[] =>
      counts.map(({ name, kind, known, values }) => ({
        ...{ name, kind, known },
        different: values.size > MOST_DIFFERENT ? null : values.size,
      })),
  };
}
