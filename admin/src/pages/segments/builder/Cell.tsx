import { Box } from '@strapi/design-system';
import type { ReactNode } from 'react';

/** Side by side where there is room, else one below the other. */
export const Cell = ({ children }: { readonly children: ReactNode }) => (
  <Box flex="1 1 18rem" minWidth="0" maxWidth="32rem">
    {children}
  </Box>
);
