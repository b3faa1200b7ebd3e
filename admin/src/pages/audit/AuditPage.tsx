import { useGetAuditQuery } from '../../api/audit';
import { EmptyState } from '../../components/EmptyState';
import { Loaded } from '../../components/Loaded';
import { Pager, useCursor } from '../../components/Pager';
import { Screen } from '../../components/Screen';
import { useSay } from '../../words';
import { AuditFilters } from './AuditFilters';
import { AuditTable } from './AuditTable';
import { questionIn } from './question';
import { useFilter } from './useFilter';
import { Verify } from './Verify';

const PAGE = 50;

/** Who did what, and whether anybody has tampered with what was written down. */
export default function AuditPage() {
  const say = useSay();
  return (
    <Screen title={say('menu.audit')} subtitle={say('audit.subtitle')} needed={['audit.read']}>
      <Verify />
      <AuditFilters />
      <Acts />
    </Screen>
  );
}

function Acts() {
  const say = useSay();
  const { params } = useFilter();
  const question = { ...questionIn(params), before: useCursor(), limit: PAGE };
  const acts = useGetAuditQuery(question, { refetchOnMountOrArgChange: true });
  return (
    <Loaded of={acts}>
      {({ results, next }) =>
        results.length === 0 ? (
          <EmptyState text={say('audit.none')} />
        ) : (
          <>
            <AuditTable rows={results} />
            <Pager next={next} />
          </>
        )
      }
    </Loaded>
  );
}
