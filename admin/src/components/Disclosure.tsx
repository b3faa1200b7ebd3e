import { Box, Flex, TextButton, Typography } from '@strapi/design-system';
import { ChevronDown, ChevronRight } from '@strapi/icons';
import { useId, useState, type ReactNode } from 'react';

interface DisclosureProps {
  readonly label: string;
  readonly children: ReactNode;
  readonly isOpenAtFirst?: boolean;
}

/** More, for those who want it. */
export function Disclosure({ label, children, isOpenAtFirst = false }: DisclosureProps) {
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  const id = useId();
  return (
    <Flex direction="column" alignItems="stretch" gap={2} width="100%">
      <Flex>
        <TextButton
          aria-expanded={isOpen}
          aria-controls={id}
          style={{ textAlign: 'left' }}
          startIcon={isOpen ? <ChevronDown aria-hidden /> : <ChevronRight aria-hidden />}
          onClick={() => setOpen(!isOpen)}
        >
          <Typography>{label}</Typography>
        </TextButton>
      </Flex>
      <Box id={id} hidden={!isOpen} paddingLeft={4}>
        {isOpen && children}
      </Box>
    </Flex>
  );
}
