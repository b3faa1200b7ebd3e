import { open, realpath } from 'node:fs/promises';
import path from 'node:path';
import {
  MAX_PICTURE_BYTES,
  pictureKind,
  type PictureTrouble,
} from '../../domain/campaigns/pictures';
import { ok, refuse, type Result } from '../../domain/result';
import type { PictureReader } from '../../ports';

/** A file as the media library remembers it. */
export interface LibraryFile {
  /** `local`, or the name of an upload provider. */
  readonly provider: string;
  /** A path below the public folder, or the provider's absolute address. */
  readonly url: string;
}

export interface MediaLibrary {
  findByUrl(url: string): Promise<LibraryFile | null>;
  /** The host's public folder, absolute. */
  readonly publicDir: string;
  readonly fetch: typeof fetch;
}

const PATIENCE_MS = 15_000;

type Bytes = Result<Buffer, PictureTrouble>;

/**
 * Reads pictures from where the media library says they are. Only what it has a record of is read: an
 * address that an author wrote into the body is never fetched.
 */
export function createPictureReader(library: MediaLibrary): PictureReader {
  return {
    read: async (url) => {
      const file = await find(library, url);
      if (!file) return refuse('unknown');
      const bytes = await bytesOf(file, library);
      if (!bytes.ok) return bytes;
      const mime = pictureKind(bytes.value);
      return mime ? ok({ mime, bytes: bytes.value, url: file.url }) : refuse('not-an-image');
    },
  };
}

async function find(library: MediaLibrary, url: string): Promise<LibraryFile | null> {
  for (const candidate of namesOf(url)) {
    const file = await library.findByUrl(candidate);
    if (file) return file;
  }
  return null;
}

/** The editor puts the admin's own address in front of what the library remembers. */
function namesOf(url: string): string[] {
  if (!/^https?:/i.test(url) || !URL.canParse(url)) return [url];
  const { pathname } = new URL(url);
  const uploads = pathname.lastIndexOf(UPLOADS);
  return [url, pathname, ...(uploads > 0 ? [pathname.slice(uploads)] : [])];
}

/** Whatever the disk or the network says instead of bytes, the picture is not to be had. */
async function bytesOf({ provider, url }: LibraryFile, library: MediaLibrary): Promise<Bytes> {
  try {
    return provider === 'local' ? await fromDisk(url, library) : await fromAfar(url, library);
  } catch {
    return refuse('unreachable');
  }
}

/** Strapi's own provider keeps all files in this folder below the public one; it may be a link itself. */
const UPLOADS = '/uploads/';

/** Never outside that folder, whatever the record or a link in it says. */
async function fromDisk(url: string, { publicDir }: MediaLibrary): Promise<Bytes> {
  if (!url.startsWith(UPLOADS)) return refuse('unreachable');
  const root = await realpath(path.join(publicDir, UPLOADS));
  const file = await realpath(path.join(root, url.slice(UPLOADS.length)));
  if (!file.startsWith(root + path.sep)) return refuse('unreachable');
  const handle = await open(file, 'r');
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) return refuse('unreachable');
    return stat.size > MAX_PICTURE_BYTES ? refuse('too-big') : ok(await handle.readFile());
  } finally {
    await handle.close();
  }
}

async function fromAfar(url: string, library: MediaLibrary): Promise<Bytes> {
  if (!/^https?:/i.test(url) || !URL.canParse(url)) return refuse('unreachable');
  const response = await library.fetch(url, {
    signal: AbortSignal.timeout(PATIENCE_MS),
    redirect: 'error',
  });
  if (!response.ok || !response.body) return refuse('unreachable');
  return gather(response.body);
}

async function gather(body: AsyncIterable<Uint8Array>): Promise<Bytes> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > MAX_PICTURE_BYTES) return refuse('too-big');
    chunks.push(chunk);
  }
  return ok(Buffer.concat(chunks));
}
