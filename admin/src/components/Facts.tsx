import { Box, Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';

/** Labels with their values, as a description list. */
export function Facts({ children }: { readonly children: ReactNode }) {
  return (
    <Flex tag="dl" direction="column" alignItems="stretch" gap={3} width="100%">
      {children}
    </Flex>
  );
}

/** The same side by side, as many as there is room for. */
export function FactsAbreast({ children }: { readonly children: ReactNode }) {
  return (
    <Box
      tag="dl"
      style={{
        display: 'grid',
        gap: '1.6rem',
        gridTemplateColumns: 'repeat(auto-fill, minmax(18rem, 1fr))',
      }}
    >
      {children}
    </Box>
  );
}

interface FactProps {
  readonly label: string;
  readonly children: ReactNode;
}

export function Fact({ label, children }: FactProps) {
  return (
    <Flex direction="column" alignItems="stretch" gap="2px" minWidth={0}>
      <Typography tag="dt" variant="pi" textColor="neutral600">
        {label}
      </Typography>
      <Typography tag="dd" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
        {children}
      </Typography>
    </Flex>
  );
}
