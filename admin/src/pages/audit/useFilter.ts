import { useSearchParams } from 'react-router-dom';

export type Filter = 'act' | 'person' | 'subject' | 'since' | 'until';

const FILTERS: readonly Filter[] = ['act', 'person', 'subject', 'since', 'until'];

/** The filters are in the page's address, so that what one sees can be sent to a colleague. */
export function useFilter() {
  const [params, setParams] = useSearchParams();
  const change = (filter: Filter, value: string | null): void => {
    const kept = FILTERS.flatMap((name) => {
      const old = name === filter ? value : params.get(name);
      return old ? [[name, old]] : [];
    });
    // Without a cursor: another question begins on its first page.
    setParams(kept as [string, string][]);
  };
  return {
    params,
    change,
    clear: (): void => setParams([]),
    isFiltered: FILTERS.some((name) => params.get(name)),
  };
}
