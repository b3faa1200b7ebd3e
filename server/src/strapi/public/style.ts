import { createHash } from 'node:crypto';
import type { Core } from '@strapi/types';
import type { Context } from 'koa';
import { OUR_THEME, type Colours, type Theme } from '../../domain/pages/theme';
import type { KoaAction } from '../controllers/act';
import { themeOf } from '../house';

const KEY = 'countersignTheme';

/** Whatever page the action answers with has the site's colours. */
export const inSiteColours =
  (make: (strapi: Core.Strapi) => KoaAction) =>
  (strapi: Core.Strapi): KoaAction => {
    const action = make(strapi);
    return (ctx) => {
      ctx.state[KEY] = themeOf(strapi);
      return action(ctx);
    };
  };

export interface Style {
  readonly css: string;
  /** As a Content-Security-Policy names it. */
  readonly hash: string;
}

const styles = new WeakMap<Theme, Style>();

/** The style sheet of this answer's page. */
export function styleOf(ctx: Context): Style {
  const theme: Theme = ctx.state[KEY] ?? OUR_THEME;
  const known = styles.get(theme);
  if (known) return known;
  const css = cssOf(theme);
  const style = { css, hash: createHash('sha256').update(css).digest('base64') };
  styles.set(theme, style);
  return style;
}

const named = ({ ink, paper, accent, onAccent }: Colours): string =>
  `--ink: ${ink}; --paper: ${paper}; --accent: ${accent}; --on-accent: ${onAccent};`;

const cssOf = ({ light, dark }: Theme): string => `
:root { color-scheme: light dark; ${named(light)} }
@media (prefers-color-scheme: dark) {
  :root { ${named(dark)} }
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
