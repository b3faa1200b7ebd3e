import type { Core } from '@strapi/types';
import { FILE_UID, UPLOADS_UID } from '../../names';
import { entranceOf } from '../house';
import { writerOf } from './doors';

interface WriteEvent {
  readonly params: { readonly where?: unknown; readonly data?: unknown };
}

type Listener = (event: WriteEvent) => Promise<void>;

interface Uploads {
  replace(id: unknown, ...rest: readonly unknown[]): Promise<unknown>;
}

interface Services {
  get(uid: string): Uploads | undefined;
  extend(uid: string, extension: (uploads: Uploads) => Uploads): unknown;
}

/** What a row says of its file's bytes. Other alternative text, another folder are no other picture. */
const OF_THE_BYTES = ['url', 'hash', 'ext', 'mime', 'size', 'sizeInBytes', 'provider'];

/**
 * Who replaces a file of the media library has a hand in what shows it: the file keeps its address, so no
 * campaign changes. Told before the row is written, since the bytes are there by then and the row may yet be
 * refused; what fails here stops the write. Who only uploads one is no hand: whoever puts it into a campaign
 * looks at it.
 */
export function watchPictures(strapi: Core.Strapi): () => void {
  tellBeforeReplacing(strapi);
  const before: Listener = async ({ params: { where, data } }) => {
    if (OF_THE_BYTES.some((fact) => fact in objectOf(data))) await tellOf(strapi, where, data);
  };
  return strapi.db.lifecycles.subscribe({
    models: [FILE_UID],
    beforeUpdate: before,
    beforeUpdateMany: before,
  });
}

/**
 * Strapi's own replacing writes the bytes first, then smaller ones of them, then the row: where it fails between
 * them, as it does at a picture whose second half cannot be read, no hook of the row is ever called.
 */
function tellBeforeReplacing(strapi: Core.Strapi): void {
  const services = strapi.get('services') as Services;
  if (!services.get(UPLOADS_UID)) return;
  services.extend(UPLOADS_UID, (uploads) => ({
    ...uploads,
    replace: async (id, ...rest) => {
      await tellOf(strapi, { id });
      return uploads.replace(id, ...rest);
    },
  }));
}

async function tellOf(strapi: Core.Strapi, where: unknown, data?: unknown): Promise<void> {
  const rows: unknown[] = await strapi.db.query(FILE_UID).findMany({ where, select: ['url'] });
  const urls = [...rows, data].flatMap((row) => urlOf(objectOf(row)));
  await entranceOf(strapi).watch.replaced([...new Set(urls)], writerOf(strapi));
}

const urlOf = ({ url }: { readonly url?: unknown }): string[] =>
  typeof url === 'string' ? [url] : [];

const objectOf = (value: unknown): object =>
  typeof value === 'object' && value !== null ? value : {};
