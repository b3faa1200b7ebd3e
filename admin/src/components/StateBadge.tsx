import { Flex, Typography } from '@strapi/design-system';
import {
  CheckCircle,
  Clock,
  CrossCircle,
  Eye,
  Lock,
  MinusCircle,
  PaperPlane,
  Pencil,
  SealCheck,
  WarningCircle,
} from '@strapi/icons';
import type { ComponentType, SVGProps } from 'react';
import { useSay, type Word } from '../words';

type Colour = 'neutral' | 'primary' | 'secondary' | 'success' | 'warning' | 'danger';

interface Look {
  readonly word: Word;
  readonly colour: Colour;
  readonly icon: ComponentType<SVGProps<SVGSVGElement>>;
}

/** How each state looks. A campaign that was never submitted, or may be again, is a draft. */
export const STATE_LOOKS = {
  draft: { word: 'state.draft', colour: 'neutral', icon: Pencil },
  'in-review': { word: 'state.in-review', colour: 'primary', icon: Eye },
  approved: { word: 'state.approved', colour: 'success', icon: SealCheck },
  scheduled: { word: 'state.scheduled', colour: 'success', icon: Clock },
  freezing: { word: 'state.freezing', colour: 'secondary', icon: Lock },
  sending: { word: 'state.sending', colour: 'secondary', icon: PaperPlane },
  paused: { word: 'state.paused', colour: 'warning', icon: MinusCircle },
  held: { word: 'state.held', colour: 'warning', icon: WarningCircle },
  sent: { word: 'state.sent', colour: 'success', icon: CheckCircle },
  'sent-back': { word: 'state.sent-back', colour: 'warning', icon: WarningCircle },
  withdrawn: { word: 'state.withdrawn', colour: 'neutral', icon: MinusCircle },
  expired: { word: 'state.expired', colour: 'warning', icon: Clock },
  void: { word: 'state.void', colour: 'warning', icon: WarningCircle },
  cancelled: { word: 'state.cancelled', colour: 'danger', icon: CrossCircle },
} as const satisfies Record<string, Look>;

export type ShownState = keyof typeof STATE_LOOKS;

const isShown = (state: string): state is ShownState => Object.hasOwn(STATE_LOOKS, state);

interface StateBadgeProps {
  readonly state: string;
  /** The server's words, for a state this admin does not know. */
  readonly text?: string;
  /** In a narrow place the word may take two lines. */
  readonly mayWrap?: boolean;
}

/** One colour, one icon, one word: never colour alone. */
export function StateBadge({ state, text, mayWrap = false }: StateBadgeProps) {
  const say = useSay();
  const { word, colour, icon: Icon } = STATE_LOOKS[isShown(state) ? state : 'draft'];
  return (
    <Flex
      inline
      gap={2}
      alignItems="center"
      hasRadius
      paddingLeft={2}
      paddingRight={2}
      background={`${colour}100`}
      borderColor={`${colour}200`}
    >
      <Icon
        aria-hidden
        width="1.2rem"
        height="1.2rem"
        fill={`${colour}600`}
        style={{ flexShrink: 0 }}
      />
      <Typography
        variant="pi"
        fontWeight="bold"
        // The theme's dark yellow is too light to be read on its light one.
        textColor={colour === 'warning' ? 'neutral800' : `${colour}700`}
        style={{ whiteSpace: mayWrap ? 'normal' : 'nowrap', lineHeight: '2.2rem' }}
      >
        {isShown(state) ? say(word) : (text ?? state)}
      </Typography>
    </Flex>
  );
}
