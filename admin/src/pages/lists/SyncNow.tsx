import { ArrowClockwise } from '@strapi/icons';
import type { List } from '../../../../server/src/contracts/people';
import type { Allowance } from '../../../../server/src/contracts/shapes';
import { useSyncListMutation } from '../../api/lists';
import { ActButton } from '../../components/ActButton';
import { Announce } from '../../components/Announce';
import { isSyncing } from '../../components/SourceHealth';
import { useAct } from '../../components/useAct';
import { useAllowance } from '../../components/useAllowance';
import { useSay } from '../../words';

/** A list keeps itself in step; this is for those who do not want to wait. */
export function SyncNow({ list }: { readonly list: List }) {
  const say = useSay();
  const act = useAct();
  const allowance = useMaySync(list);
  const [sync, { isLoading, isSuccess }] = useSyncListMutation();
  const isRunning = isLoading || list.sources.some(isSyncing);
  return (
    <>
      <ActButton
        allowance={allowance}
        startIcon={<ArrowClockwise />}
        loading={isRunning}
        onClick={() => act(() => sync(list.id).unwrap(), say('lists.sync-started'))}
      >
        {say('lists.sync')}
      </ActButton>
      <Announce>
        {isRunning ? say('lists.sync-spoken') : isSuccess ? say('lists.sync-over') : ''}
      </Announce>
    </>
  );
}

function useMaySync({ sources }: List): Allowance {
  const say = useSay();
  const byRole = useAllowance('list.sync', 'lists.sync-may-not');
  if (!byRole.allowed || sources.length > 0) return byRole;
  return { allowed: false, code: 'no-source', text: say('lists.sync-no-source') };
}
