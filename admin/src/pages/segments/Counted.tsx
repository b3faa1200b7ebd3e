import { Typography } from '@strapi/design-system';
import { useCountRuleQuery } from '../../api/segments';
import { readRefusal } from '../../refusal';
import type { Rule } from '../../segments/rule';
import { useCounted } from '../../segments/useCounted';
import { useSay } from '../../words';
import { useSettled } from './useSettled';

const PAUSE_MS = 400;

interface CountedProps {
  /** None while it is unfinished. */
  readonly rule: Rule | undefined;
}

/** How many readers a rule is true of now. */
export function Counted({ rule }: CountedProps) {
  return (
    <Typography
      tag="p"
      variant={rule ? 'beta' : 'omega'}
      textColor={rule ? 'neutral800' : 'neutral600'}
      aria-live="polite"
    >
      {useCountWords(rule)}
    </Typography>
  );
}

/** Counted when one has stopped for a moment. An answer belongs to its rule, so a late one is not shown. */
function useCountWords(rule: Rule | undefined): string {
  const say = useSay();
  const counted = useCounted();
  const settled = useSettled(rule, PAUSE_MS);
  const { currentData, error } = useCountRuleQuery(settled ?? ANYBODY, {
    skip: settled === undefined,
    refetchOnMountOrArgChange: true,
  });
  if (!rule) return say('segments.count-later');
  if (settled !== rule) return say('segments.counting');
  if (error) return readRefusal(error, say).text;
  if (!currentData) return say('segments.counting');
  const { readers, of, isExact } = currentData;
  return say('segments.counted', {
    readers: counted(readers, isExact),
    of: counted(of, isExact),
  });
}

/** Never asked for. */
const ANYBODY: Rule = { kind: 'all', rules: [] };
