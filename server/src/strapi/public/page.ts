import type { Context } from 'koa';
import type { Language } from '../language';
import { shownField } from './hasty';
import { styleOf, type Style } from './style';

/** A page for readers: no script, no cookie, nothing fetched, no trace in a search engine. */
export interface Page {
  readonly language: Language;
  readonly title: string;
  readonly sentences: readonly string[];
  /** The one button, which posts to this very address. */
  readonly button?: string;
  /** Where else the reader may go; no other word than ours. */
  readonly link?: { readonly href: string; readonly text: string };
  /** More forms, made by us; whatever was typed by somebody is escaped in it. */
  readonly forms?: readonly string[];
}

const policyFor = ({ hash }: Style): string =>
  [
    "default-src 'none'",
    `style-src 'sha256-${hash}'`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

const HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex, nofollow',
  // The address holds the reader's token.
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
} as const;

/** Posts to this very page: the token stands in its address and nowhere in it. */
export const formOf = (inner: string): string =>
  `<form method="post">${shownField(Date.now())}${inner}</form>`;

export function answerPage(ctx: Context, status: number, page: Page): void {
  const style = styleOf(ctx);
  ctx.set(HEADERS);
  ctx.set('Content-Security-Policy', policyFor(style));
  ctx.set('Content-Language', page.language);
  ctx.status = status;
  ctx.body = htmlOf(page, style);
}

/** Every word comes from our own tables; nothing of the request stands in it but a token that we signed. */
const htmlOf = (
  { language, title, sentences, button, link, forms = [] }: Page,
  { css }: Style,
): string =>
  `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>${title}</title>
<style>${css}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${sentences.map((sentence) => `<p>${sentence}</p>`).join('\n')}
${button === undefined ? '' : formOf(`<button type="submit">${button}</button>`)}
${forms.join('\n')}
${link === undefined ? '' : `<p><a href="${link.href}">${link.text}</a></p>`}
</main>
</body>
</html>
`;
