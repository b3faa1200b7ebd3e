import { Box, Flex, Typography } from '@strapi/design-system';
import { useId, type ReactNode } from 'react';

interface SectionProps {
  readonly title: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a page whose content has a box of its own, e.g. a table: a heading and no second box. */
export function Section({ title, actions, children }: SectionProps) {
  const id = useId();
  return (
    <Box tag="section" aria-labelledby={id} width="100%">
      <Flex justifyContent="space-between" gap={4} paddingBottom={3} wrap="wrap">
        <Typography id={id} tag="h2" variant="delta">
          {title}
        </Typography>
        {actions}
      </Flex>
      {children}
    </Box>
  );
}

/** What stands in a section instead of its table when that would be empty. */
export function SectionNote({ children }: { readonly children: string }) {
  return (
    <Box background="neutral0" hasRadius shadow="tableShadow" padding={6}>
      <Typography textColor="neutral600">{children}</Typography>
    </Box>
  );
}
