/** Windows, Android and Apple each have one of these; a Japanese message asks for Japanese faces first. */
const LATIN = [
  '-apple-system',
  'BlinkMacSystemFont',
  "'Segoe UI'",
  'Roboto',
  "'Helvetica Neue'",
  'Arial',
];
const JAPANESE = [
  "'Hiragino Sans'",
  "'Hiragino Kaku Gothic ProN'",
  "'Noto Sans JP'",
  "'Yu Gothic'",
  'Meiryo',
];

export const fontsFor = (locale: string): string => {
  const isJapanese = /^ja\b/i.test(locale);
  return [...(isJapanese ? [...JAPANESE, ...LATIN] : [...LATIN, ...JAPANESE]), 'sans-serif'].join(
    ', ',
  );
};

/** Written into the body's `style` attributes. */
export const BODY_CSS = `
p, ul, ol, blockquote, pre { margin: 0 0 16px; }
h1, h2, h3, h4, h5, h6 { margin: 28px 0 12px; line-height: 1.3; font-weight: 700; }
h1 { font-size: 28px; }
h2 { font-size: 22px; }
h3 { font-size: 18px; }
h4, h5, h6 { font-size: 16px; }
h1:first-child, h2:first-child, h3:first-child, h4:first-child { margin-top: 0; }
ul, ol { padding: 0 0 0 24px; }
li ul, li ol { margin: 4px 0 0; }
li { margin: 0 0 4px; }
blockquote { padding: 0 0 0 16px; border-left: 4px solid #c9ccd6; }
pre { padding: 12px 16px; background-color: #f0f1f5; white-space: pre-wrap; font-size: 14px; }
code { font-family: Menlo, Consolas, 'Courier New', monospace; font-size: 14px; }
a { color: #1f5fbf; text-decoration: underline; }
img { display: block; max-width: 100%; height: auto; border: 0; }
`;

/** Stays in the head: only programs that keep style sheets know dark mode. */
export const DARK_CSS = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .cs-page, .cs-page > div, .cs-column { background-color: #16181d !important; }
  .cs-text > div { color: #e6e8ee !important; }
  .cs-footer > div { color: #a4a9b6 !important; }
  .cs-text a, .cs-footer a { color: #8ab4f8 !important; }
  .cs-text pre { background-color: #242730 !important; }
  .cs-text blockquote { border-left-color: #4a4f5e !important; }
}
`;
