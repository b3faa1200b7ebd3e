import { Flex, Typography } from '@strapi/design-system';
import type { NamedSegment } from './rule';
import { useInWords } from './useInWords';

/** Segments by name, each with who that is. */
export function SegmentsInWords({ segments }: { readonly segments: readonly NamedSegment[] }) {
  const inWords = useInWords();
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
      {segments.map(({ id, name, rule }) => (
        <li key={id}>
          <Typography tag="div" textColor="neutral800">
            {name}
          </Typography>
          <Typography tag="div" variant="pi" textColor="neutral600">
            {inWords(rule)}
          </Typography>
        </li>
      ))}
    </Flex>
  );
}
