import { Flex, Typography } from '@strapi/design-system';
import { useFormat } from './format';

interface CountsProps {
  /** In the order in which they are shown. */
  readonly counts: readonly (readonly [name: string, count: number])[];
}

/** Names with their numbers, a line each. */
export function Counts({ counts }: CountsProps) {
  const { number } = useFormat();
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={1}>
      {counts.map(([name, count]) => (
        <Flex key={name} tag="li" justifyContent="space-between" gap={4}>
          <Typography variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
            {name}
          </Typography>
          <Typography variant="pi" textColor="neutral800">
            {number(count)}
          </Typography>
        </Flex>
      ))}
    </Flex>
  );
}
