import { useCallback } from 'react';
import { useGetListsQuery } from '../api/lists';
import { useMay } from '../permissions';

/** What a list is called; its id for those who may not see lists, and for one that is gone. */
export function useListName(): (id: string) => string {
  const may = useMay();
  const { data } = useGetListsQuery(undefined, { skip: !may('list.read') });
  return useCallback((id) => data?.results.find((list) => list.id === id)?.name ?? id, [data]);
}
