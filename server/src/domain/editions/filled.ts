import type { Audience } from '../audience/audience';
import type { ReaderSlotName } from '../messages/message';
import { asksLanguage, attributesAsked, listsAsked } from '../segments/check';
import type { SourceMapping } from '../subscribers/source-mapping';
import type { EditionContent } from './content';
import { type Part, part } from './part';

/** What of a source's mapping says who gets an edition, and what stands in it for them. */
export type Filling = Pick<SourceMapping, 'list' | 'fields' | 'attributes'>;

/**
 * The parts of an edition that sources fill: who is on its lists and in its segments, and in which language and under
 * which name it comes to whom. No edition holds that by value, so each change of it counts until an edition has gone
 * out that asks for it in the same way.
 */
export const filledParts = ({
  audience,
  messages,
}: Pick<EditionContent, 'audience' | 'messages'>): readonly Part[] => {
  const { segments = [] } = audience;
  const attributes = new Set(segments.flatMap(({ rule }) => attributesAsked(rule)));
  const pieces = Object.values(messages).flatMap(({ mime }) => mime);
  const saysOf = (slot: ReaderSlotName): boolean =>
    pieces.some((piece) => typeof piece !== 'string' && piece.slot === slot);
  const isByLanguage =
    Object.keys(messages).length > 1 ||
    saysOf('subscriber.locale') ||
    segments.some(({ rule }) => asksLanguage(rule));
  return [
    ...listParts(audience),
    ...[...attributes].map((name) => named(attributePart(name))),
    ...(isByLanguage ? [named(LANGUAGE_PART)] : []),
    ...(saysOf('subscriber.name') ? [named(NAME_PART)] : []),
  ];
};

/** The names of the parts of editions that a source with any of these mappings fills, each once. */
export const partsFilledBy = (mappings: readonly Filling[]): readonly string[] => [
  ...new Set(
    mappings.flatMap(({ list, fields, attributes = [] }) => [
      listPart(list),
      ...attributes.map(({ name }) => attributePart(name)),
      ...(fields.locale === undefined ? [] : [LANGUAGE_PART]),
      ...(fields.name === undefined ? [] : [NAME_PART]),
    ]),
  ),
];

const LIST_PARTS = 'list:';
export const isListPart = (name: string): boolean => name.startsWith(LIST_PARTS);

const listPart = (id: string): string => `${LIST_PARTS}${id}`;
const attributePart = (name: string): string => `attribute:${name}`;
const LANGUAGE_PART = 'language';
const NAME_PART = 'name';

const named = (name: string): Part => part(name, name);

/** In which ways an edition asks for a list: to leave it out, say, tells nobody who would get what goes to it. */
export function listParts({ include, exclude, segments = [] }: Audience): readonly Part[] {
  const asked = segments.flatMap(({ rule }) => listsAsked(rule));
  return [...new Set([...include, ...exclude, ...asked])].map((id) => {
    const as = [
      ...(include.includes(id) ? ['to'] : []),
      ...(exclude.includes(id) ? ['without'] : []),
      ...(asked.includes(id) ? ['asked'] : []),
    ];
    return part(listPart(id), { id, as });
  });
}
