import { LinkButton } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { NavLink } from 'react-router-dom';
import { EmptyState } from '../../components/EmptyState';
import { ListTable } from '../../components/ListTable';
import { Loaded } from '../../components/Loaded';
import { Screen } from '../../components/Screen';
import { useLists } from '../../components/useLists';
import { paths } from '../../paths';
import { useMay } from '../../permissions';
import { useSay } from '../../words';

/** All lists with their health. */
export default function ListsPage() {
  const say = useSay();
  return (
    <Screen
      title={say('menu.lists')}
      subtitle={say('lists.subtitle')}
      needed={['list.read']}
      actions={<NewSource />}
    >
      <Lists />
    </Screen>
  );
}

function NewSource() {
  const say = useSay();
  const may = useMay();
  if (!may('list.write')) return null;
  return (
    <LinkButton tag={NavLink} to={paths.newSource} startIcon={<Plus />}>
      {say('source.new')}
    </LinkButton>
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
