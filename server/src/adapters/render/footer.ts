import { escapeHtml } from '../../domain/messages/characters';
import { safeHref } from '../../domain/messages/blocks/links';
import type { MessageLayout } from '../../domain/messages/layout';
import { asciiAddress } from '../../domain/messages/mime/mailbox';

const LINK_STYLE = 'color: #1f5fbf; text-decoration: underline;';
const PARAGRAPH_STYLE = 'margin: 0 0 12px;';

/** The footer as finished HTML. */
export function footerHtml({
  footer,
  unsubscribeUrl,
  preferencesUrl,
}: Pick<MessageLayout, 'footer' | 'unsubscribeUrl' | 'preferencesUrl'>): string {
  const lines = [
    `<strong>${escapeHtml(footer.sender)}</strong>`,
    ...footer.postalAddress.map(escapeHtml),
  ];
  const contact = `${escapeHtml(footer.contactLabel)}: ${contactHtml(footer.contact)}`;
  return [
    paragraph([...lines, contact].join('<br />')),
    paragraph(escapeHtml(footer.reason)),
    paragraph(
      `${link(unsubscribeUrl, footer.unsubscribe)} &middot; ${link(preferencesUrl, footer.preferences)}`,
    ),
  ].join('\n');
}

/** A contact that is an address or a page is a link; a phone number or a name is text. */
function contactHtml(contact: string): string {
  const isAddress = asciiAddress(contact) !== undefined;
  const href = safeHref(
    isAddress ? `mailto:${encodeURIComponent(contact).replace('%40', '@')}` : contact,
  );
  return href === undefined ? escapeHtml(contact) : link(href, contact);
}

const paragraph = (html: string): string => `<p style="${PARAGRAPH_STYLE}">${html}</p>`;

const link = (href: string, words: string): string =>
  `<a href="${escapeHtml(href)}" style="${LINK_STYLE}">${escapeHtml(words)}</a>`;
