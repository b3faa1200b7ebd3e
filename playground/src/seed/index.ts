import type { Core, UID } from '@strapi/strapi';

import { ARTICLES, type SeedArticle } from './articles';
import { uploadCover } from './cover';

const ARTICLE: UID.ContentType = 'api::article.article';

/** A few articles in two languages, with covers; nothing where there is an article already. */
export async function seed(strapi: Core.Strapi): Promise<void> {
  if ((await strapi.documents(ARTICLE).count({})) > 0) return;
  for (const article of ARTICLES) await addArticle(strapi, article);
  strapi.log.info(`playground: ${ARTICLES.length} articles seeded`);
}

async function addArticle(
  strapi: Core.Strapi,
  { slug, colour, en, ja }: SeedArticle,
): Promise<void> {
  const cover = await uploadCover(strapi, slug, colour);
  const article = await strapi.documents(ARTICLE).create({
    locale: 'en',
    status: 'published',
    data: { slug, cover, title: en.title, body: asBlocks(en.text) },
  });
  await strapi.documents(ARTICLE).update({
    documentId: article.documentId,
    locale: 'ja',
    status: 'published',
    data: { slug, cover, title: ja.title, body: asBlocks(ja.text) },
  });
}

const asBlocks = (text: string) => [{ type: 'paragraph', children: [{ type: 'text', text }] }];
