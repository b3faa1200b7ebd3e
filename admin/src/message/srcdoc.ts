export interface Look {
  readonly isDark: boolean;
  readonly hasPictures: boolean;
}

/** Frozen pictures have addresses below this, whatever the site is called. */
const ASSETS = '/api/countersign/assets/';

/**
 * The mail as a document of its own for a sandboxed frame: no scripts (the sandbox), no requests but
 * for pictures (the policy), no link that leads anywhere (the sandbox lets no window open).
 *
 * @param origins from where pictures may come, besides frozen ones
 */
export function srcdocOf(html: string, look: Look, origins: readonly string[]): string {
  const head = [
    `<meta http-equiv="Content-Security-Policy" content="${policyOf(html, look, origins)}">`,
    '<base target="_blank">',
    `<style>:root{color-scheme:${look.isDark ? 'dark' : 'light'} !important}</style>`,
  ].join('');
  return withHead(forceScheme(html, look.isDark), head);
}

function policyOf(html: string, { hasPictures }: Look, origins: readonly string[]): string {
  const pictures = hasPictures ? ['data:', ...origins, ...assetFolders(html)].join(' ') : "'none'";
  return `default-src 'none'; style-src 'unsafe-inline'; img-src ${pictures}`;
}

/** Only whole addresses of our own making, so nothing in them can end the policy. */
const assetFolders = (html: string): string[] => [
  ...new Set(
    Array.from(
      html.matchAll(new RegExp(`\\bsrc="(https?://[\\w.:/~%-]*?${ASSETS})`, 'g')),
      ([, folder = '']) => folder,
    ),
  ),
];

/** A query for a dark screen becomes one that always, or never, holds: the reader's screen decides nothing. */
const forceScheme = (html: string, isDark: boolean): string =>
  html
    .replace(/\(\s*prefers-color-scheme\s*:\s*dark\s*\)/gi, holds(isDark))
    .replace(/\(\s*prefers-color-scheme\s*:\s*light\s*\)/gi, holds(!isDark));

const holds = (always: boolean): string => (always ? '(min-width:0px)' : '(max-width:0px)');

/** The policy has to come before anything it should stop. */
function withHead(html: string, head: string): string {
  const opening = /<head\b[^>]*>/i.exec(html);
  if (!opening) return `<!doctype html><head>${head}</head>${html}`;
  const end = opening.index + opening[0].length;
  return html.slice(0, end) + head + html.slice(end);
}
