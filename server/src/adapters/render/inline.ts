import { inlineContent } from 'juice';

/**
 * Writes the rules into `style` attributes, for mail programs that drop style sheets. juice fetches
 * nothing here: that is `juiceResources`, which we never call.
 */
export const inlineStyles = (html: string, css: string): string =>
  inlineContent(html, css, { applyWidthAttributes: false, applyHeightAttributes: false });
