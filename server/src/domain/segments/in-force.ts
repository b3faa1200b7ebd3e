import { ATTRIBUTES_OF_A_KIND, type Attribute } from './rule';

export type Misfit = 'attribute-torn' | 'attributes-full';

/** Each name once. The first one counts; what has another kind, or comes when all places are taken, is nothing to ask for. */
export function inForce(attributes: readonly Attribute[]): Attribute[] {
  const kept = new Map<string, Attribute>();
  for (const { name, kind } of attributes) {
    const ofKind = [...kept.values()].filter((one) => one.kind === kind).length;
    if (!kept.has(name) && ofKind < ATTRIBUTES_OF_A_KIND) kept.set(name, { name, kind });
  }
  return [...kept.values()];
}

/** Why these cannot come to those there are; null: they can. */
export function misfitOf(
  wished: readonly Attribute[],
  others: readonly Attribute[],
): Misfit | null {
  if (!wished.every((one) => agrees(one, others))) return 'attribute-torn';
  const names = new Set(inForce([...others, ...wished]).map(({ name }) => name));
  return wished.every(({ name }) => names.has(name)) ? null : 'attributes-full';
}

/** Nobody else gives its name another kind: the value would stand where values of the other kind are. */
export const agrees = ({ name, kind }: Attribute, others: readonly Attribute[]): boolean =>
  others.every((other) => other.name !== name || other.kind === kind);
