import { Calendar, Mail, User } from '@strapi/icons';
import { PLUGIN_ID } from '../../../server/src/names';
import { descriptor } from '../words';

/** The inputs of a campaign that are no text; the server registers their types under the same names. */
export const customFields = [
  {
    name: 'audience',
    pluginId: PLUGIN_ID,
    type: 'json' as const,
    icon: User,
    intlLabel: descriptor('field.audience'),
    intlDescription: descriptor('field.audience-hint'),
    components: { Input: () => import('./AudienceInput') },
  },
  {
    name: 'sender',
    pluginId: PLUGIN_ID,
    type: 'string' as const,
    icon: Mail,
    intlLabel: descriptor('field.sender'),
    intlDescription: descriptor('field.sender-hint'),
    components: { Input: () => import('./SenderInput') },
  },
  {
    name: 'wished-time',
    pluginId: PLUGIN_ID,
    type: 'json' as const,
    icon: Calendar,
    intlLabel: descriptor('field.wished-time'),
    intlDescription: descriptor('field.wished-time-hint'),
    components: { Input: () => import('./WishedTimeInput') },
  },
];
