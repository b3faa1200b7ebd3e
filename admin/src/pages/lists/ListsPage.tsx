import { EmptyState } from '../../components/EmptyState';
import { ListTable } from '../../components/ListTable';
import { Loaded } from '../../components/Loaded';
import { Screen } from '../../components/Screen';
import { useLists } from '../../components/useLists';
import { useSay } from '../../words';

/** All lists with their health. */
export default function ListsPage() {
  const say = useSay();
  return (
    <Screen title={say('menu.lists')} subtitle={say('lists.subtitle')} needed={['list.read']}>
      <Lists />
    </Screen>
  );
}

function Lists() {
  const say = useSay();
  return (
    <Loaded of={useLists()}>
      {({ results }) =>
        results.length === 0 ? (
          <EmptyState text={say('lists.none')} />
        ) : (
          <ListTable lists={results} />
        )
      }
    </Loaded>
  );
}
