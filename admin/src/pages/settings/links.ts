import { PLUGIN_ID } from '../../../../server/src/names';
import { needs } from '../../permissions';
import { descriptor } from '../../words';

export const settingsSection = {
  id: PLUGIN_ID,
  intlLabel: descriptor('menu.newsletters'),
};

/** Strapi's Settings → Newsletters. Each page is fetched when it is opened. */
export const settingsLinks = [
  {
    id: 'countersign-set-up',
    to: `${PLUGIN_ID}/set-up`,
    intlLabel: descriptor('settings.set-up'),
    permissions: needs('settings.read'),
    Component: () => import('./SetUpPage'),
  },
  {
    id: 'countersign-senders',
    to: `${PLUGIN_ID}/senders`,
    intlLabel: descriptor('settings.senders'),
    permissions: needs('settings.read'),
    Component: () => import('./SendersPage'),
  },
  {
    id: 'countersign-approval',
    to: `${PLUGIN_ID}/approval`,
    intlLabel: descriptor('settings.approval'),
    permissions: needs('settings.read'),
    Component: () => import('./ApprovalPage'),
  },
  {
    id: 'countersign-allow-list',
    to: `${PLUGIN_ID}/allow-list`,
    intlLabel: descriptor('allow.title'),
    permissions: needs('settings.read'),
    Component: () => import('./allow-list/AllowListPage'),
  },
  {
    id: 'countersign-transports',
    to: `${PLUGIN_ID}/transports`,
    intlLabel: descriptor('settings.transports'),
    permissions: needs('settings.read'),
    Component: () => import('./TransportsPage'),
  },
];
