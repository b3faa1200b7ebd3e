import type { ContentManagerPlugin } from '@strapi/content-manager/strapi-admin';
import { Mail } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { PLUGIN_ID } from '../../server/src/names';
import { customFields } from './fields/register';
import { fieldLabels } from './labels';
import { NewsletterPanel } from './panel/NewsletterPanel';
import { needs } from './permissions';
import { settingsLinks, settingsSection } from './pages/settings/links';
import en from './translations/en.json';
import { homeWidget } from './widget/register';
import { descriptor, prefixed } from './words';

// English is there already: it stands in for every language we do not speak.
const TRANSLATIONS: Readonly<Record<string, () => Promise<Record<string, string>>>> = {
  en: async () => en,
  ja: async () => (await import('./translations/ja.json')).default,
};

const translated = (words: Record<string, string>) => ({
  ...prefixed(words),
  ...fieldLabels(words),
});

export default {
  register(app: StrapiApp): void {
    app.registerPlugin({ id: PLUGIN_ID, name: PLUGIN_ID });
    app.addMenuLink({
      to: `plugins/${PLUGIN_ID}`,
      icon: Mail,
      intlLabel: descriptor('menu.newsletters'),
      permissions: needs(
        'campaign.read',
        'subscriber.read',
        'list.read',
        'report.read',
        'audit.read',
      ),
      Component: () => import('./pages/App'),
      position: 3,
    });
    app.customFields.register(customFields);
    app.widgets.register(homeWidget);
  },

  bootstrap(app: Pick<StrapiApp, 'addSettingsLink' | 'getPlugin'>): void {
    app.addSettingsLink(settingsSection, settingsLinks);
    const { apis } = app.getPlugin('content-manager');
    (apis as ContentManagerPlugin['config']['apis']).addEditViewSidePanel([NewsletterPanel]);
  },

  registerTrads: ({ locales }: { locales: string[] }) =>
    Promise.all(
      locales.map(async (locale) => {
        const load = TRANSLATIONS[locale];
        return { locale, data: load ? translated(await load()) : {} };
      }),
    ),
};
