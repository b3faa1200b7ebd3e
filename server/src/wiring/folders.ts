import path from 'node:path';
import type { Foundation } from './foundation';

/** Where a process keeps what must not be in the database. */
export const journalFolder = ({ strapi, config }: Pick<Foundation, 'strapi' | 'config'>): string =>
  path.resolve(strapi.dirs.app.root, config.journalDir);
