import type { Core } from '@strapi/strapi';

import { registerConditions } from './conditions';
import { ensureLocales } from './locales';
import { seed } from './seed';

export default {
  async bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
    await ensureLocales(strapi);
    await registerConditions(strapi);
    if (process.env.SEED === 'true') await seed(strapi);
  },
};
