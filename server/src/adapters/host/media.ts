import path from 'node:path';
import type { Core } from '@strapi/types';
import { FILE_UID } from '../../names';
import type { LibraryFile, MediaLibrary } from './pictures';

/** The host's media library, by its own records. */
export const createMediaLibrary = (strapi: Core.Strapi): MediaLibrary => ({
  publicDir: path.resolve(strapi.dirs.static.public),
  fetch,
  findByUrl: async (url): Promise<LibraryFile | null> => {
    const row = await strapi.db.query(FILE_UID).findOne({ where: { url } });
    return row ? { provider: row.provider, url: row.url } : null;
  },
});
