import { Box, Flex, Typography } from '@strapi/design-system';
import { CheckCircle, CrossCircle, Information, WarningCircle } from '@strapi/icons';
import type { ReactNode } from 'react';

const TONES = {
  info: { icon: Information, colour: 'primary' },
  success: { icon: CheckCircle, colour: 'success' },
  warning: { icon: WarningCircle, colour: 'warning' },
  danger: { icon: CrossCircle, colour: 'danger' },
} as const;

export type Tone = keyof typeof TONES;

interface NoticeProps {
  readonly tone: Tone;
  readonly title?: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  /** Spoken as soon as it appears. */
  readonly isUrgent?: boolean;
}

/** A sentence that matters, with its icon: never by colour alone. */
export function Notice({ tone, title, children, action, isUrgent = false }: NoticeProps) {
  const { icon: Icon, colour } = TONES[tone];
  return (
    <Flex
      role={isUrgent ? 'alert' : undefined}
      alignItems="flex-start"
      gap={3}
      padding={4}
      hasRadius
      width="100%"
      background={`${colour}100`}
      borderColor={`${colour}200`}
    >
      <Box paddingTop="2px" style={{ flexShrink: 0 }}>
        <Icon aria-hidden width="1.6rem" height="1.6rem" fill={`${colour}600`} />
      </Box>
      <Flex direction="column" alignItems="stretch" gap={2} minWidth={0} flex="1">
        {title && (
          <Typography fontWeight="bold" textColor="neutral800">
            {title}
          </Typography>
        )}
        {children && (
          <Typography tag="div" textColor="neutral800">
            {children}
          </Typography>
        )}
        {action && <Flex gap={2}>{action}</Flex>}
      </Flex>
    </Flex>
  );
}
