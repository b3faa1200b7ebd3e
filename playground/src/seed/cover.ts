import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { Core } from '@strapi/strapi';

import type { Rgb } from './articles';
import { gradientPng } from './png';

/** Puts a drawn picture into the media library; resolves to its id there. */
export async function uploadCover(
  strapi: Core.Strapi,
  name: string,
  [left, right]: readonly [Rgb, Rgb],
): Promise<number> {
  const folder = await mkdtemp(path.join(tmpdir(), 'playground-'));
  const filepath = path.join(folder, `${name}.png`);
  const picture = gradientPng({ width: 600, height: 300, left, right });
  await writeFile(filepath, picture);
  try {
    const [uploaded] = await strapi
      .plugin('upload')
      .service('upload')
      .upload({
        data: { fileInfo: { name: `${name}.png`, alternativeText: '' } },
        files: {
          filepath,
          originalFilename: `${name}.png`,
          mimetype: 'image/png',
          size: picture.length,
        },
      });
    return uploaded.id;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
