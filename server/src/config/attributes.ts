import { ATTRIBUTE_KINDS, ATTRIBUTES_OF_A_KIND } from '../domain/segments/rule';
import type { Config } from './config';

/** What is wrong with the attributes of all sources together. */
export function attributeComplaints({ sources }: Pick<Config, 'sources'>): string[] {
  const attributes = sources.flatMap((source) => source.attributes ?? []);
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
