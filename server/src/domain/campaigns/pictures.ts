import { sha256 } from '../editions/fingerprint';
import type { FrozenAsset } from '../editions/content';

export interface PictureBytes {
  readonly mime: FrozenAsset['mime'];
  readonly bytes: Uint8Array;
}

export interface LibraryPicture extends PictureBytes {
  /** Where the media library has it: a path of the CMS, or absolute. */
  readonly url: string;
}

/**
 * Why a picture cannot be frozen.
 *
 * `unknown`: the media library has no such file. `unreachable`: its file is missing or did not come
 * in time. `too-big`: more than {@link MAX_PICTURE_BYTES}, or too much with the others. `not-an-image`: not of a kind that every
 * mail program shows.
 */
export type PictureTrouble = 'unknown' | 'unreachable' | 'too-big' | 'not-an-image';

/** 10 MB: far more than a newsletter should hold, far less than memory. */
export const MAX_PICTURE_BYTES = 10 * 1024 * 1024;

/** For all pictures of a campaign together. */
export const MAX_PICTURES_BYTES = 50 * 1024 * 1024;

const MARKS: readonly (readonly [FrozenAsset['mime'], (head: string) => boolean])[] = [
  ['image/png', (head) => head.startsWith('\x89PNG\r\n\x1a\n')],
  ['image/jpeg', (head) => head.startsWith('\xff\xd8\xff')],
  ['image/gif', (head) => head.startsWith('GIF87a') || head.startsWith('GIF89a')],
  ['image/webp', (head) => head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP'],
];

/** What the first bytes say; names and declared types are not believed. Undefined: none of ours. */
export function pictureKind(bytes: Uint8Array): FrozenAsset['mime'] | undefined {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  return MARKS.find(([, fits]) => fits(head))?.[0];
}

const ENDINGS: Readonly<Record<FrozenAsset['mime'], string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
};

export const assetOf = ({ mime, bytes }: PictureBytes): FrozenAsset => ({
  hash: sha256(bytes),
  mime,
  bytes: bytes.length,
});

/** The name a frozen picture is served under, below `/api/countersign/assets/`. */
export const assetName = ({ hash, mime }: FrozenAsset): string => `${hash}.${ENDINGS[mime]}`;

/** Where readers see it: an address that always gives these very bytes. */
export const assetUrl = (publicUrl: string, asset: FrozenAsset): string =>
  `${publicUrl}/api/countersign/assets/${assetName(asset)}`;

/** The hash in a served name, or undefined if it is no name of ours. */
export const hashInName = (name: string): string | undefined =>
  /^([0-9a-f]{64})\.(?:png|jpg|gif|webp)$/.exec(name)?.[1];
