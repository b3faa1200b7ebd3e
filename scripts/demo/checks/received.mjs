import { parseMail } from '../mail/parse.mjs';

/** Every message the catcher holds, parsed from the bytes that came over the wire. */
export async function readInbox(catcher, texts) {
  const mails = await catcher.list();
  return Promise.all(
    mails.map(async ({ envelope, source }) => {
      const mail = await parseMail(await catcher.raw({ source }));
      return { ...mail, envelope, address: addressesOf(envelope.to)[0], ...identify(mail, texts) };
    }),
  );
}

export const addressesOf = (mailboxes) => mailboxes.map(({ address }) => address.toLowerCase());

/** Which campaign's words these are, and in which language; neither of them if they are nobody's. */
function identify(mail, texts) {
  const words = bare(mail.text);
  for (const campaign of texts) {
    for (const locale of ['en', 'ja']) {
      if (words.includes(bare(campaign[locale].paragraphs[0]))) return { campaign, locale };
    }
  }
  return {};
}

/** Words without anything a mail program may wrap at, or a header may not hold. */
export const bare = (text) => text.replace(/[\s\p{Cc}]+/gu, '');

const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

/** The words a reader sees of HTML. */
export const wordsOfHtml = (html) =>
  html
    .replace(/<(style|head|title)[\s\S]*?<\/\1>/gi, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&#(x?)([0-9a-f]+);/gi, (_, hex, code) =>
      String.fromCodePoint(parseInt(code, hex ? 16 : 10)),
    )
    .replace(/&(\w+);/g, (whole, name) => ENTITIES[name] ?? whole);
