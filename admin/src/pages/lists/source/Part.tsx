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
