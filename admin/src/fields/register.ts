import { Calendar, Mail, User } from '@strapi/icons';
import type { ComponentType } from 'react';
import { PLUGIN_ID } from '../../../server/src/names';
import { descriptor } from '../words';
import type { InputProps } from './input';

// Strapi's type knows no props, though its Content Manager hands over those of every input.
const input = (load: () => Promise<{ default: ComponentType<InputProps> }>) => ({
  Input: load as () => Promise<{ default?: ComponentType }>,
});

/** The inputs of a campaign that are no text; the server registers their types under the same names. */
export const customFields = [
  {
    name: 'audience',
    pluginId: PLUGIN_ID,
    type: 'json' as const,
    icon: User,
    intlLabel: descriptor('field.audience'),
    intlDescription: descriptor('field.audience-hint'),
    components: input(() => import('./AudienceInput')),
  },
  {
    name: 'sender',
    pluginId: PLUGIN_ID,
    type: 'string' as const,
    icon: Mail,
    intlLabel: descriptor('field.sender'),
    intlDescription: descriptor('field.sender-hint'),
    components: input(() => import('./SenderInput')),
  },
  {
    name: 'wished-time',
    pluginId: PLUGIN_ID,
    type: 'json' as const,
    icon: Calendar,
    intlLabel: descriptor('field.wished-time'),
    intlDescription: descriptor('field.wished-time-hint'),
    components: input(() => import('./WishedTimeInput')),
  },
];
