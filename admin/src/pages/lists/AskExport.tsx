import type { List } from '../../../../server/src/contracts/people';
import type { Allowance } from '../../../../server/src/contracts/shapes';
import { useAskExportMutation, useGetExportsQuery } from '../../api/exports';
import { useFormat } from '../../components/format';
import { useAct } from '../../components/useAct';
import { useAllowance } from '../../components/useAllowance';
import { useSay } from '../../words';
import { AskedFor } from '../subscribers/AskedFor';

/** Asks for the addresses of the list; another person has to allow it. */
export function AskExport({ list: { id, name, readers } }: { readonly list: List }) {
  const say = useSay();
  const act = useAct();
  const { number } = useFormat();
  const allowance = useMayAsk();
  const [ask, { isLoading }] = useAskExportMutation();
  const save = async (reason: string) => {
    const asked = await act(() => ask({ list: id, reason }).unwrap(), say('exports.ask-done'));
    return asked !== undefined;
  };
  return (
    <AskedFor
      {...{ allowance, isLoading, save }}
      act={say('exports.ask')}
      yes={say('exports.ask-yes')}
      title={say('exports.ask-title', { list: name })}
      consequence={say('exports.ask-consequence', { count: readers, readers: number(readers) })}
      hint={say('exports.ask-hint')}
    />
  );
}

function useMayAsk(): Allowance {
  const say = useSay();
  const byRole = useAllowance('subscriber.export', 'exports.may-not');
  const { data } = useGetExportsQuery({ limit: 1 }, { skip: !byRole.allowed });
  if (data?.isOn !== false) return byRole;
  return { allowed: false, code: 'exports-off', text: say('exports.off-how') };
}
