import type { Setting } from '../../domain/campaigns/setting';
import { refuse, type Result } from '../../domain/result';
import type { Misfit } from '../../domain/segments/in-force';
import { checkWish } from '../../domain/subscribers/made-source';
import type { Beside, WishedMapping } from '../../domain/subscribers/made-attributes';
import type { SourceMapping } from '../../domain/subscribers/source-mapping';
import { misfitIn } from './attributes';
import type { KeepSourcesDeps } from './deps';

/** What is wished for, if it is whole in itself and goes together with all other sources. */
export async function check(
  deps: KeepSourcesDeps,
  wished: WishedMapping,
): Promise<Setting<SourceMapping> | Result<never, Misfit>> {
  const { id, contentType } = wished;
  const beside = await mappingsBeside(deps, id);
  const checked = checkWish(wished, hostFieldsOf(deps, contentType), beside);
  if (!checked.ok) return checked;
  const misfit = await misfitIn(deps, checked.value);
  return misfit ? refuse(misfit) : checked;
}

/** All sources over content types but this one, those of the configuration among them. */
async function mappingsBeside(
  { made, fixedIds, fixedMappings }: KeepSourcesDeps,
  id: string,
): Promise<readonly Beside[]> {
  const others = (await made.all()).filter(
    ({ mapping, state }) => state === 'live' && mapping.id !== id && !fixedIds.has(mapping.id),
  );
  return [...fixedMappings, ...others.map(({ mapping }) => mapping)];
}

const hostFieldsOf = ({ host }: KeepSourcesDeps, uid: string) =>
  host.types().find((type) => type.uid === uid)?.fields;
