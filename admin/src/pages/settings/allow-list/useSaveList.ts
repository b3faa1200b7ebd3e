import type { AllowListShown } from '../../../../../server/src/contracts/allow-list';
import { useSetAllowListMutation, type WishedLine } from '../../../api/allow-list';
import { useAct } from '../../../components/useAct';
import { useSay, type Say } from '../../../words';
import { fieldsAt } from '../field-errors';
import { useSave } from '../useSave';
import { without, wishedLines } from './wished';

/** Whether it is in force now, or waits. */
const savedWord = ({ proposal }: AllowListShown, say: Say): string =>
  say(proposal === null ? 'allow.saved' : 'allow.proposed');

/** Saves the list with `line` at the end, in place of the one it was before. */
export function useSaveLine(list: AllowListShown, { was, line }: LineChange) {
  const say = useSay();
  const [send, { isLoading }] = useSetAllowListMutation();
  const others = was ? without(wishedLines(list), was) : wishedLines(list);
  const { save, refusal } = useSave(
    () => send([...others, line]).unwrap(),
    (saved) => savedWord(saved, say),
  );
  const wrong = refusal
    ? fieldsAt(refusal, new RegExp(`^lines\\.${others.length}\\.(.+)$`))
    : new Set<string>();
  const text = refusal && (wrong.size > 0 ? say('settings.check-fields') : refusal.text);
  return { save, wrong, text, isLoading };
}

interface LineChange {
  /** None: a new one. */
  readonly was?: WishedLine;
  readonly line: WishedLine;
}

export function useRemoveLine(list: AllowListShown) {
  const say = useSay();
  const act = useAct();
  const [send, { isLoading }] = useSetAllowListMutation();
  const remove = (line: WishedLine) =>
    act(
      () => send(without(wishedLines(list), line)).unwrap(),
      (saved) => savedWord(saved, say),
    );
  return { remove, isLoading };
}
