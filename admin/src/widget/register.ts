import { Mail } from '@strapi/icons';
import type { WidgetArgs } from '@strapi/strapi/admin';
import { PLUGIN_ID } from '../../../server/src/names';
import { needs } from '../permissions';
import { descriptor } from '../words';

/** The Strapi home page's widget. */
export const homeWidget: WidgetArgs = {
  id: 'newsletters',
  pluginId: PLUGIN_ID,
  icon: Mail,
  title: descriptor('menu.newsletters'),
  link: { label: descriptor('widget.open'), href: `/plugins/${PLUGIN_ID}` },
  permissions: needs('campaign.read'),
  component: async () => (await import('./HomeWidget')).HomeWidget,
};
