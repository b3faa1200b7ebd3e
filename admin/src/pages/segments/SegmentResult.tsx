import { Flex, Typography } from '@strapi/design-system';
import { useCountRuleQuery } from '../../api/segments';
import { Card } from '../../components/Card';
import { readRefusal } from '../../refusal';
import type { Rule } from '../../segments/rule';
import { useCounted } from '../../segments/useCounted';
import { useInWords } from '../../segments/useInWords';
import { useSay } from '../../words';
import { useSettled } from './useSettled';

const PAUSE_MS = 400;

/** In words, and how many readers that is now. Without a rule, it is still being built. */
export function SegmentResult({ rule }: { readonly rule: Rule | undefined }) {
  const say = useSay();
  const inWords = useInWords();
  return (
    <Card title={say('segments.result')}>
      <Flex direction="column" alignItems="stretch" gap={2}>
        <Typography tag="p" variant="beta" textColor="neutral800" aria-live="polite">
          <Counted rule={rule} />
        </Typography>
        <Typography tag="p" textColor="neutral600">
          {rule ? inWords(rule) : say('segments.count-later')}
        </Typography>
      </Flex>
    </Card>
  );
}

/** Counted when one has stopped for a moment. An answer belongs to its rule, so a late one shows nothing. */
function Counted({ rule }: { readonly rule: Rule | undefined }) {
  const say = useSay();
  const counted = useCounted();
  const settled = useSettled(rule, PAUSE_MS);
  const { currentData, error } = useCountRuleQuery(settled ?? ANYBODY, {
    skip: settled === undefined,
    refetchOnMountOrArgChange: true,
  });
  if (!rule) return say('shared.nothing');
  if (settled !== rule) return say('segments.counting');
  if (error) return readRefusal(error, say).text;
  if (!currentData) return say('segments.counting');
  const { readers, of } = currentData;
  return say('segments.counted', { readers: counted(readers), of: counted(of) });
}

/** Never asked for. */
const ANYBODY: Rule = { kind: 'all', rules: [] };
