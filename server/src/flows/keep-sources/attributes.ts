import { inForce, type Misfit, misfitOf } from '../../domain/segments/in-force';
import type { Attribute } from '../../domain/segments/rule';
import type { SourceMapping } from '../../domain/subscribers/source-mapping';
import type { KeepSourcesDeps } from './deps';

export const attributesNow = async (deps: KeepSourcesDeps): Promise<Attribute[]> =>
  inForce(await attributesBeside(deps, null));

/** Why what a source is to say does not go together with what all others say; null: it does. */
export const misfitIn = async (
  deps: KeepSourcesDeps,
  { id, attributes = [] }: SourceMapping,
): Promise<Misfit | null> => misfitOf(attributes, await attributesBeside(deps, id));

/** Wants the turn, so that no two processes give one place away. */
export const settle = async (deps: KeepSourcesDeps): Promise<void> =>
  deps.traits.settle(await attributesNow(deps));

/** All that sources but this one say of people; the configuration's come first. */
async function attributesBeside(
  { made, fixedIds, fixedAttributes }: KeepSourcesDeps,
  id: string | null,
): Promise<Attribute[]> {
  const others = (await made.all()).filter(
    ({ mapping, state }) => state === 'live' && mapping.id !== id && !fixedIds.has(mapping.id),
  );
  return [...fixedAttributes, ...others.flatMap(({ mapping }) => mapping.attributes ?? [])];
}
