import { createHash } from 'node:crypto';
import type { Context } from 'koa';
import type { Language } from '../language';
import { shownField } from './hasty';

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

const CSS = `
:root { color-scheme: light dark; --ink: #1c1c28; --paper: #ffffff; --accent: #3a3ad6; --on-accent: #ffffff; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #ececf4; --paper: #16161f; --accent: #a9a9ff; --on-accent: #16161f; }
}
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1.5rem;
  background: var(--paper); color: var(--ink); font: 1.125rem/1.6 system-ui, sans-serif; }
main { max-width: 34rem; }
h1 { font-size: 1.5rem; line-height: 1.3; margin: 0 0 1rem; text-wrap: balance; word-break: auto-phrase; }
h2 { font-size: 1.125rem; margin: 2rem 0 1rem; }
p { margin: 0 0 1rem; }
button { font: inherit; font-weight: 600; min-height: 2.75rem; padding: 0.5rem 1.5rem; cursor: pointer;
  border: 2px solid var(--accent); border-radius: 0.25rem; background: var(--accent); color: var(--on-accent); }
button.quiet { background: none; color: inherit; }
a { color: var(--accent); }
fieldset { margin: 0 0 1rem; padding: 0; border: 0; }
legend { padding: 0; font-weight: 600; }
label { display: flex; gap: 0.75rem; align-items: center; min-height: 2.75rem; }
label.above { display: block; min-height: 0; font-weight: 600; }
select { font: inherit; min-height: 2.75rem; padding: 0 0.75rem; margin: 0 0.75rem 0 0; max-width: 100%;
  background: var(--paper); color: var(--ink); border: 2px solid var(--ink); border-radius: 0.25rem; }
.row { display: flex; flex-wrap: wrap; gap: 0.75rem; }
input { width: 1.25rem; height: 1.25rem; accent-color: var(--accent); }
input:focus-visible, select:focus-visible, a:focus-visible { outline: 3px solid var(--ink); outline-offset: 3px; }
form { margin: 0 0 1rem; }
button:hover { filter: brightness(1.1); }
button:focus-visible { outline: 3px solid var(--ink); outline-offset: 3px; }
`;

const CSP = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(CSS).digest('base64')}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': CSP,
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
  ctx.set(HEADERS);
  ctx.set('Content-Language', page.language);
  ctx.status = status;
  ctx.body = htmlOf(page);
}

/** Every word comes from our own tables; nothing of the request stands in it but a token that we signed. */
const htmlOf = ({ language, title, sentences, button, link, forms = [] }: Page): string =>
  `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>${title}</title>
<style>${CSS}</style>
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
