import { Box, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';

interface PartProps {
  /** Tells it from the others of its kind, e.g. by its number. */
  readonly legend: string;
  readonly children: ReactNode;
}

/** One of several of a kind, each of several fields. */
export function Part({ legend, children }: PartProps) {
  return (
    <Box tag="fieldset" borderStyle="none" padding={0} margin={0}>
      <Typography
        tag="legend"
        variant="sigma"
        textColor="neutral600"
        paddingBottom={2}
        paddingLeft={0}
      >
        {legend}
      </Typography>
      {children}
    </Box>
  );
}

/** Level with the fields it stands beside, which have a label above them; on a phone, below them. */
export const BesideFields = ({ children }: { readonly children: ReactNode }) => (
  <Box paddingTop={{ initial: 0, medium: 6 }}>{children}</Box>
);

/** One of several fields in a row; on a phone each has a row of its own. */
export const InRow = ({ children }: { readonly children: ReactNode }) => (
  <Box width={{ initial: '100%', medium: '18rem' }}>{children}</Box>
);
