import { Box, Flex, Searchbar, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useGetListsQuery } from '../../api/lists';
import { useMay } from '../../permissions';
import { useSay, type Word } from '../../words';
import { maskTyped } from './mask-typed';

const ALL = 'all';
const STATUSES: readonly (readonly [string, Word])[] = [
  ['active', 'people.filter-active'],
  ['suppressed', 'people.filter-suppressed'],
  ['erased', 'people.erased'],
];

export interface Filter {
  readonly list?: string;
  readonly status?: string;
  readonly who?: string;
}

/** What the page is narrowed to, as its address says. */
export function useFilter(): Filter {
  const [params] = useSearchParams();
  const of = (name: string) => params.get(name) ?? undefined;
  return { list: of('list'), status: of('status'), who: of('who') };
}

/** Another filter begins at the first page. */
function useNarrow(): (name: keyof Filter, value: string | null) => void {
  const [params, setParams] = useSearchParams();
  return (name, value) => {
    const next = new URLSearchParams(params);
    next.delete('from');
    if (value === null || value === '') next.delete(name);
    else next.set(name, value);
    setParams(next);
  };
}

export function Filters() {
  const may = useMay();
  return (
    <Flex gap={3} wrap="wrap" alignItems="center">
      <WhoFilter />
      {may('list.read') && <ListFilter />}
      <StatusFilter />
    </Flex>
  );
}

function WhoFilter() {
  const say = useSay();
  const narrow = useNarrow();
  const { who = '' } = useFilter();
  const [typed, setTyped] = useState(who);
  const search = () => {
    const masked = maskTyped(typed);
    setTyped(masked);
    narrow('who', masked);
  };
  const clear = () => {
    setTyped('');
    narrow('who', null);
  };
  return (
    <Box minWidth="20rem" maxWidth="100%">
      <form
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          search();
        }}
      >
        <Searchbar
          name="who"
          size="S"
          autoComplete="off"
          placeholder={say('people.who-placeholder')}
          clearLabel={say('people.who-clear')}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          onClear={clear}
        >
          {say('people.who-filter')}
        </Searchbar>
      </form>
    </Box>
  );
}

function ListFilter() {
  const say = useSay();
  const narrow = useNarrow();
  const { data } = useGetListsQuery();
  return (
    <Box minWidth="14rem">
      <SingleSelect
        aria-label={say('people.list-filter')}
        size="S"
        value={useFilter().list ?? ALL}
        onChange={(list) => narrow('list', list === ALL ? null : String(list))}
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

function StatusFilter() {
  const say = useSay();
  const narrow = useNarrow();
  return (
    <Box minWidth="14rem">
      <SingleSelect
        aria-label={say('people.status-filter')}
        size="S"
        value={useFilter().status ?? ALL}
        onChange={(status) => narrow('status', status === ALL ? null : String(status))}
      >
        <SingleSelectOption value={ALL}>{say('people.all-statuses')}</SingleSelectOption>
        {STATUSES.map(([value, word]) => (
          <SingleSelectOption key={value} value={value}>
            {say(word)}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Box>
  );
}
