import { filled } from '../campaign/texts.mjs';
import { unsubscribeUrl } from '../story/leaving.mjs';
import { nameOf } from './recipients.mjs';
import { bare, wordsOfHtml } from './received.mjs';

const LONGEST_LINE = 998;

/** The right words to the right reader, and the headers that mail providers ask of bulk senders. */
export function contentChecks({ inbox, expected }) {
  const known = inbox.filter(({ campaign, address }) => campaign && expected.has(address));
  const wrong = (fits) =>
    known.filter((mail) => !fits(mail, expected.get(mail.address))).map(nameOf);
  return [
    [
      'each in the reader’s language',
      wrong((mail, { locale }) => mail.locale === (locale ?? 'en')),
    ],
    ['each with a text and an HTML part', wrong(({ text, html }) => text.trim() && html.trim())],
    ['the reader’s name in the subject', wrong(hasNameInSubject)],
    ['the reader’s name in the text part', wrong((mail, to) => greets(mail, to, mail.text))],
    [
      'the reader’s name, escaped, in HTML',
      wrong((mail, to) => greets(mail, to, wordsOfHtml(mail.html))),
    ],
    ['the footer: sender, postal address, contact, reason', wrong(hasFooter)],
    ['List-Unsubscribe and List-Unsubscribe-Post (RFC 8058)', wrong(hasUnsubscribe)],
    [
      'List-Id (RFC 2919)',
      wrong(({ header }) => /<[^<>@\s]+\.[^<>@\s]+>$/.test(header('list-id'))),
    ],
    ['From is the sender’s', wrong(({ from }) => from?.address === 'newsletter@example.org')],
    ['Message-IDs all differ', doubles(known, ({ messageId }) => messageId)],
    ['return-paths all differ', doubles(known, ({ envelope }) => envelope.from.address)],
    ['unsubscribe links all differ', doubles(known, unsubscribeUrl)],
    [
      'no line longer than 998 bytes (RFC 5322 § 2.1.1)',
      wrong(({ raw }) => longestLine(raw) <= LONGEST_LINE),
    ],
  ];
}

const hasNameInSubject = ({ campaign, locale, subject }, { name }) =>
  bare(subject) === bare(filled(campaign[locale].subject, name));

const greets = ({ campaign, locale }, { name }, words) =>
  bare(words).includes(bare(filled(campaign[locale].greeting, name)));

function hasFooter({ locale, text, html }) {
  const reason = locale === 'ja' ? 'ご登録の際に' : 'You get this because';
  const wanted = ['The Workshop at Moonwater', '1 Nowhere Lane', 'hello@example.org', reason];
  return [text, wordsOfHtml(html)].every((words) =>
    wanted.every((part) => bare(words).includes(bare(part))),
  );
}

const hasUnsubscribe = (mail) =>
  Boolean(unsubscribeUrl(mail)) &&
  mail.header('list-unsubscribe-post') === 'List-Unsubscribe=One-Click' &&
  [mail.text, mail.html].every((part) => part.includes(unsubscribeUrl(mail)));

function doubles(mails, valueOf) {
  const seen = new Set();
  return mails
    .filter((mail) => {
      const value = valueOf(mail);
      const isBad = !value || seen.has(value);
      seen.add(value);
      return isBad;
    })
    .map(nameOf);
}

const longestLine = (raw) =>
  Math.max(
    ...raw
      .toString('latin1')
      .split('\r\n')
      .map((line) => line.length),
  );
