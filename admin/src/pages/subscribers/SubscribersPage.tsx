import { Link, LinkButton } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { Subscriber } from '../../../../server/src/contracts/people';
import { useGetSubscribersQuery } from '../../api/people';
import { EmptyState } from '../../components/EmptyState';
import { Loaded } from '../../components/Loaded';
import { Pager, useCursor } from '../../components/Pager';
import { Rows, type Column } from '../../components/Rows';
import { Screen } from '../../components/Screen';
import { useFormat } from '../../components/format';
import { useListName } from '../../components/useListName';
import { paths } from '../../paths';
import { useMay } from '../../permissions';
import { useSay } from '../../words';
import { Filters, useFilter } from './Filters';
import { FindAddress } from './FindAddress';
import { SubscriberStatus } from './SubscriberStatus';

const PAGE = 25;

/** Everybody, masked. */
export default function SubscribersPage() {
  const say = useSay();
  return (
    <Screen
      title={say('menu.subscribers')}
      subtitle={say('people.subtitle')}
      needed={['subscriber.read']}
      actions={<FindAddress />}
    >
      <Filters />
      <People />
    </Screen>
  );
}

function People() {
  const say = useSay();
  const columns = useColumns();
  const filter = useFilter();
  const page = { ...filter, after: useCursor(), limit: PAGE };
  const people = useGetSubscribersQuery(page, { refetchOnMountOrArgChange: true });
  return (
    <Loaded of={people}>
      {({ results, next }) =>
        results.length === 0 ? (
          <Nobody isFiltered={Object.values({ ...filter, after: page.after }).some(Boolean)} />
        ) : (
          <>
            <Rows
              caption={say('menu.subscribers')}
              columns={columns}
              rows={results}
              keyOf={({ id }) => id}
            />
            <Pager next={next} />
          </>
        )
      }
    </Loaded>
  );
}

function Nobody({ isFiltered }: { readonly isFiltered: boolean }) {
  const say = useSay();
  const may = useMay();
  const { who } = useFilter();
  if (isFiltered) {
    return (
      <EmptyState
        text={say(who?.includes('•') === false ? 'people.none-of-domain' : 'people.none-such')}
        action={
          <LinkButton tag={NavLink} to="?" variant="secondary">
            {say('people.show-all')}
          </LinkButton>
        }
      />
    );
  }
  return (
    <EmptyState
      text={say('people.none')}
      action={
        may('list.read') && (
          <LinkButton tag={NavLink} to={paths.lists} variant="secondary">
            {say('people.none-to-lists')}
          </LinkButton>
        )
      }
    />
  );
}

function useColumns(): readonly Column<Subscriber>[] {
  const say = useSay();
  const nameOf = useListName();
  const { day, language, list } = useFormat();
  return [
    {
      name: 'who',
      label: say('people.who'),
      cell: ({ id, label }) => (
        <Link tag={NavLink} to={paths.subscriber(id)}>
          {label}
        </Link>
      ),
    },
    {
      name: 'language',
      label: say('message.language'),
      cell: ({ locale }) => (locale === null ? say('shared.nothing') : language(locale)),
    },
    {
      name: 'lists',
      label: say('people.lists'),
      cell: ({ lists }) =>
        lists.length === 0 ? say('shared.nothing') : list(lists.map((id) => nameOf(id))),
    },
    {
      name: 'status',
      label: say('people.status'),
      cell: (subscriber) => <SubscriberStatus of={subscriber} />,
    },
    { name: 'since', label: say('people.since'), cell: ({ createdAt }) => day(createdAt) },
  ];
}
