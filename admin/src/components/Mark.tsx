import { Flex, Typography } from '@strapi/design-system';
import {
  ArrowClockwise,
  CheckCircle,
  CrossCircle,
  MinusCircle,
  WarningCircle,
} from '@strapi/icons';

const TONES = {
  neutral: { icon: MinusCircle, colour: 'neutral' },
  busy: { icon: ArrowClockwise, colour: 'secondary' },
  success: { icon: CheckCircle, colour: 'success' },
  warning: { icon: WarningCircle, colour: 'warning' },
  danger: { icon: CrossCircle, colour: 'danger' },
} as const;

// Strapi's darkest orange is too pale for words on white, to WCAG 1.4.3; its icon alone is orange.
const WORDS = {
  neutral: 'neutral600',
  busy: 'secondary700',
  success: 'success700',
  warning: 'neutral800',
  danger: 'danger700',
} as const;

export type MarkTone = keyof typeof TONES;

/** How something is: an icon and a few words, never the colour alone. */
export function Mark({ tone, children }: { readonly tone: MarkTone; readonly children: string }) {
  const { icon: Icon, colour } = TONES[tone];
  return (
    <Flex inline gap={2} alignItems="center" style={{ verticalAlign: 'middle' }}>
      <Icon
        aria-hidden
        width="1.6rem"
        height="1.6rem"
        fill={`${colour}600`}
        style={{ flexShrink: 0 }}
      />
      <Typography textColor={WORDS[tone]}>{children}</Typography>
    </Flex>
  );
}
