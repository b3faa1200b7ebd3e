import type { Setting } from '../../domain/campaigns/setting';
import { refuse, type Result } from '../../domain/result';
import type { Misfit } from '../../domain/segments/in-force';
import { checkWish } from '../../domain/subscribers/made-source';
import type { WishedMapping } from '../../domain/subscribers/made-attributes';
import type { SourceMapping } from '../../domain/subscribers/source-mapping';
import { misfitIn } from './attributes';
import type { KeepSourcesDeps } from './deps';

/** What is wished for, if it is whole in itself and goes together with all other sources. */
export async function check(
  deps: KeepSourcesDeps,
  wished: WishedMapping,
): Promise<Setting<SourceMapping> | Result<never, Misfit>> {
  const checked = checkWish(wished, hostFieldsOf(deps, wished.contentType));
  if (!checked.ok) return checked;
  const misfit = await misfitIn(deps, checked.value);
  return misfit ? refuse(misfit) : checked;
}

const hostFieldsOf = ({ host }: KeepSourcesDeps, uid: string) =>
  host.types().find((type) => type.uid === uid)?.fields;
