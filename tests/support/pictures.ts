import { gradientPng } from '../../playground/src/seed/png';
import type { Caller } from './strapi';

/** As the media library answers with it, and the editor puts it into a body. */
export interface UploadedFile {
  readonly id: number;
  readonly url: string;
  readonly hash: string;
}

/** Wide enough for Strapi to make a thumbnail of them. */
const SIZE = { width: 300, height: 100 };
const MORNING = gradientPng({ ...SIZE, left: [0, 0, 64], right: [255, 128, 64] });
const MIDDAY = gradientPng({ ...SIZE, left: [255, 128, 64], right: [255, 255, 255] });

/** As the media library's own page does it. */
export async function uploadPicture(who: Caller): Promise<UploadedFile> {
  const { body } = await who.post('/upload').attach('files', MORNING, 'hero.png').expect(201);
  return body[0];
}

/** *Replace media*: the file keeps its address. */
export const replacePicture = (who: Pick<Caller, 'post'>, { id }: UploadedFile) =>
  who.post(`/upload?id=${id}`).attach('files', MIDDAY, 'hero.png');

export const pictureBlock = (file: UploadedFile) => ({
  type: 'image',
  image: { ...file, alternativeText: 'A hero' },
  children: [{ type: 'text', text: '' }],
});
