import { Box, Link, LinkButton, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { NavLink, useSearchParams } from 'react-router-dom';
import type { Subscriber } from '../../../../server/src/contracts/people';
import { useGetListsQuery } from '../../api/lists';
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
import { SubscriberStatus } from './SubscriberStatus';

const PAGE = 25;
const ALL = 'all';
const PARAM = 'list';

/** Everybody, masked. */
export default function SubscribersPage() {
  const say = useSay();
  const may = useMay();
  return (
    <Screen
      title={say('menu.subscribers')}
      subtitle={say('people.subtitle')}
      needed={['subscriber.read']}
    >
      {may('list.read') && <ListFilter />}
      <People />
    </Screen>
  );
}

const useChosenList = (): string | undefined => useSearchParams()[0].get(PARAM) ?? undefined;

function ListFilter() {
  const say = useSay();
  const [, setParams] = useSearchParams();
  const { data } = useGetListsQuery();
  return (
    <Box maxWidth="32rem">
      <SingleSelect
        aria-label={say('people.list-filter')}
        size="S"
        value={useChosenList() ?? ALL}
        onChange={(list) => setParams(list === ALL ? {} : { [PARAM]: String(list) })}
      >
        <SingleSelectOption value={ALL}>{say('people.all-lists')}</SingleSelectOption>
        {data?.results.map(({ id, name }) => (
          <SingleSelectOption key={id} value={id}>
            {name}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Box>
  );
}

function People() {
  const say = useSay();
  const columns = useColumns();
  const page = { list: useChosenList(), after: useCursor(), limit: PAGE };
  const people = useGetSubscribersQuery(page, { refetchOnMountOrArgChange: true });
  return (
    <Loaded of={people}>
      {({ results, next }) =>
        results.length === 0 ? (
          <Nobody isFiltered={page.list !== undefined || page.after !== undefined} />
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
  if (isFiltered) {
    return (
      <EmptyState
        text={say('people.none-on-list')}
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
