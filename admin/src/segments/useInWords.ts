import { useCallback } from 'react';
import { useFormat } from '../components/format';
import { useListName } from '../components/useListName';
import { useSay } from '../words';
import { inWords } from './in-words';
import type { Rule } from './rule';

/** Says a rule in the language of the admin. Lists one may not see are called by their id. */
export function useInWords(): (rule: Rule) => string {
  const say = useSay();
  const listName = useListName();
  const { number, language, utcDay } = useFormat();
  return useCallback(
    (rule) => inWords(rule, { say, listName, language, number, day: utcDay }),
    [say, listName, language, number, utcDay],
  );
}
