import type { Core } from '@strapi/strapi';

import { ensureLocales } from './locales';
import { seed } from './seed';

export default {
  async bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
    await ensureLocales(strapi);
    if (process.env.SEED === 'true') await seed(strapi);
  },
};
