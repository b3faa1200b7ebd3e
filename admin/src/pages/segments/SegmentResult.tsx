import { Flex, Typography } from '@strapi/design-system';
import { Card } from '../../components/Card';
import type { Rule } from '../../segments/rule';
import { useInWords } from '../../segments/useInWords';
import { useSay } from '../../words';
import { Counted } from './Counted';

/** Who that is, for those who look and do not build. */
export function SegmentResult({ rule }: { readonly rule: Rule }) {
  const say = useSay();
  return (
    <Card title={say('segments.result')}>
      <Flex direction="column" alignItems="stretch" gap={2}>
        <Counted rule={rule} />
        <InWords rule={rule} />
      </Flex>
    </Card>
  );
}

/** A rule in words; without one, it is still being built. */
export function InWords({ rule }: { readonly rule: Rule | undefined }) {
  const say = useSay();
  const inWords = useInWords();
  return (
    <Typography tag="p" textColor={rule ? 'neutral800' : 'neutral600'}>
      {rule ? inWords(rule) : say('segments.no-words-yet')}
    </Typography>
  );
}
