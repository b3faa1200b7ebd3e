import { Button, Flex } from '@strapi/design-system';
import { EyeStriked, Monitor, Moon, Paragraph, Phone } from '@strapi/icons';
import type { ReactElement, ReactNode } from 'react';
import { useSay } from '../words';
import type { View } from './view';

interface ViewChoiceProps {
  readonly view: View;
  readonly onChange: (view: View) => void;
}

/** Desktop or phone, dark, without pictures, or the text alone. */
export function ViewChoice({ view, onChange }: ViewChoiceProps) {
  const say = useSay();
  const isText = view.as === 'text';
  const change = (part: Partial<View>) => () => onChange({ ...view, ...part });
  return (
    <Flex role="group" aria-label={say('message.view')} gap={1} wrap="wrap">
      <Press
        icon={<Monitor />}
        isPressed={!isText && view.screen === 'desktop'}
        onPress={change({ as: 'html', screen: 'desktop' })}
      >
        {say('message.desktop')}
      </Press>
      <Press
        icon={<Phone />}
        isPressed={!isText && view.screen === 'phone'}
        onPress={change({ as: 'html', screen: 'phone' })}
      >
        {say('message.phone')}
      </Press>
      <Press
        icon={<Paragraph />}
        isPressed={isText}
        onPress={change({ as: 'text', screen: 'desktop' })}
      >
        {say('message.text')}
      </Press>
      <Press
        icon={<Moon />}
        isPressed={view.isDark}
        isDisabled={isText}
        onPress={change({ isDark: !view.isDark })}
      >
        {say('message.dark')}
      </Press>
      <Press
        icon={<EyeStriked />}
        isPressed={!view.hasPictures}
        isDisabled={isText}
        onPress={change({ hasPictures: !view.hasPictures })}
      >
        {say('message.no-pictures')}
      </Press>
    </Flex>
  );
}

interface PressProps {
  readonly icon?: ReactElement;
  readonly isPressed: boolean;
  readonly isDisabled?: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

/** A button that stays down. */
export function Press({ icon, isPressed, isDisabled, onPress, children }: PressProps) {
  return (
    <Button
      size="S"
      variant={isPressed ? 'secondary' : 'tertiary'}
      aria-pressed={isPressed}
      startIcon={icon}
      disabled={isDisabled}
      onClick={onPress}
    >
      {children}
    </Button>
  );
}
