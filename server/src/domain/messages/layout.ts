import type { Footer, FooterLinks } from './footer';

/**
 * A message's parts before they are laid out. Everything but `bodyHtml` is plain text, to be escaped;
 * any of it may hold placeholders, words of letters and digits to be left as they are.
 */
export interface MessageLayout extends FooterLinks {
  /** BCP 47, e.g. `en` or `ja`. */
  readonly locale: string;
  /** For the title that browsers show and screen readers say. */
  readonly subject: string;
  /** What inboxes show beside the subject; '' for none. */
  readonly preheader: string;
  /** Escaped HTML in plain tags. */
  readonly bodyHtml: string;
  readonly footer: Footer;
}
