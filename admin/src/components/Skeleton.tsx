import { Box, Flex } from '@strapi/design-system';
import { VisuallyHidden } from '@strapi/design-system';
import { keyframes, styled } from 'styled-components';
import { useSay } from '../words';

const breathe = keyframes`
  50% { opacity: 0.5; }
`;

const Bar = styled(Box)`
  @media (prefers-reduced-motion: no-preference) {
    animation: ${breathe} 1.6s ease-in-out infinite;
  }
`;

/** Holds the place of what is being loaded, so that nothing jumps when it comes. */
export function Skeleton({
  rows = 5,
  height = '4.8rem',
}: {
  readonly rows?: number;
  readonly height?: string;
}) {
  const say = useSay();
  return (
    <Flex direction="column" alignItems="stretch" gap={2} role="status">
      <VisuallyHidden>{say('shared.loading')}</VisuallyHidden>
      {Array.from({ length: rows }, (_, row) => (
        <Bar key={row} background="neutral150" hasRadius height={height} aria-hidden />
      ))}
    </Flex>
  );
}
