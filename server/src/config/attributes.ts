import { ATTRIBUTE_KINDS, ATTRIBUTES_OF_A_KIND, type Attribute } from '../domain/segments/rule';
import type { Config } from './config';

type Sources = Pick<Config, 'sources' | 'sqlSources' | 'pushSources'>;

/** Of all sources, each as often as it is mapped. */
export const attributesOf = ({ sources, sqlSources, pushSources }: Sources): Attribute[] =>
  [...sources, ...sqlSources, ...pushSources]
    .flatMap((source) => source.attributes ?? [])
    .map(({ name, kind }) => ({ name, kind }));

/** What is wrong with the attributes of all sources together. */
export function attributeComplaints(config: Sources): string[] {
  const attributes = attributesOf(config);
  const kinds = new Map(attributes.map(({ name, kind }) => [name, kind]));
  const torn = [...kinds]
    .filter(([name, kind]) => attributes.some((one) => one.name === name && one.kind !== kind))
    .map(([name]) => `sources must give the attribute ${name} one kind, got several`);
  const crowded = ATTRIBUTE_KINDS.flatMap((kind) => {
    const number = [...kinds.values()].filter((one) => one === kind).length;
    const most = `sources must have at most ${ATTRIBUTES_OF_A_KIND} attributes of kind ${kind}`;
    return number > ATTRIBUTES_OF_A_KIND ? [`${most}, got ${number}`] : [];
  });
  return [...torn, ...crowded];
}
