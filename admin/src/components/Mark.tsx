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

export type MarkTone = keyof typeof TONES;

/** How something is: an icon and a few words in one colour, never the colour alone. */
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
      <Typography textColor={tone === 'neutral' ? 'neutral600' : `${colour}700`}>
        {children}
      </Typography>
    </Flex>
  );
}
