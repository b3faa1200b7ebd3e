import type { Line } from '../../domain/access/allow-list';
import type { Asking } from '../../domain/access/asking';
import { ALLOW_LIST_SETTING, isSameList, withAuthors } from '../../domain/access/saved-list';
import { newId } from '../../domain/ids';
import { savedLines, setProposal, type ChangeAllowListDeps } from './deps';
import { tell } from './tell';

/** The first list there is applies at once; any other is a proposal, in place of one that waits already. */
export async function write(
  deps: ChangeAllowListDeps,
  lines: readonly Line[],
  by: Asking,
): Promise<void> {
  const before = await savedLines(deps);
  const at = deps.clock.now();
  const after = withAuthors(lines, before, { by: by.person, at });
  if (isSameList(after, before)) return;
  if (await isFirst(deps)) {
    await deps.settings.set(ALLOW_LIST_SETTING, after, by.person, at);
    return tell(deps, by, { act: 'allow-list.begin', change: { before, after } });
  }
  const id = newId(at, deps.chance.bytes(10));
  await setProposal(deps, { id, lines: after, by: by.person, at }, by);
  return tell(deps, by, { act: 'allow-list.propose', change: { before, after } });
}

/** None was ever written, here or in the configuration: an emptied list is not the first again. */
const isFirst = async ({ settings, allowList }: ChangeAllowListDeps): Promise<boolean> =>
  allowList.lines.length === 0 && (await settings.get(ALLOW_LIST_SETTING)) === null;
