import { blocksOf } from './blocks.mjs';
import { drawPicture } from './picture.mjs';

const CAMPAIGNS = '/content-manager/collection-types/plugin::countersign.campaign';

/** Into the media library, with the absolute address that the editor would write into the body. */
export async function uploadPicture(client) {
  const form = new FormData();
  form.append('files', new Blob([drawPicture()], { type: 'image/png' }), 'hills.png');
  form.append('fileInfo', JSON.stringify({ name: 'hills.png', alternativeText: 'Hills' }));
  const [picture] = await client.post('/upload', form);
  return { ...picture, url: new URL(picture.url, client.baseUrl).href };
}

/** In English and in Japanese, through the Content Manager; resolves to the document's id. */
export async function writeCampaign(client, texts, picture) {
  const shared = {
    name: texts.name,
    sender: 'workshop',
    audience: { include: ['newsletter'], exclude: [] },
    ...(texts.wishedAt ? { wishedAt: texts.wishedAt } : {}),
  };
  const { data } = await client.post(`${CAMPAIGNS}?locale=en`, {
    ...shared,
    ...inWords(texts.en, picture),
  });
  await client.put(`${CAMPAIGNS}/${data.documentId}?locale=ja`, inWords(texts.ja, picture));
  return data.documentId;
}

const inWords = (language, picture) => ({
  subject: language.subject,
  preheader: language.preheader,
  body: blocksOf(language, picture),
});
