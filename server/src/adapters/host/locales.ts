import type { Core } from '@strapi/types';

/** The languages the site writes in, as its i18n plugin has them; the default first. */
export async function localesOf(strapi: Core.Strapi): Promise<string[]> {
  const locales = strapi.plugin('i18n').service<{
    find(): Promise<{ readonly code: string }[]>;
    getDefaultLocale(): Promise<string>;
  }>('locales');
  const first = await locales.getDefaultLocale();
  const codes = (await locales.find()).map(({ code }) => code);
  return [first, ...codes.filter((code) => code !== first).sort()];
}
