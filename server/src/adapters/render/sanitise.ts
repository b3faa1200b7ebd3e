import sanitizeHtml from 'sanitize-html';

/**
 * Only the tags and attributes our own renderer writes. It escapes all it writes; this is the second
 * lock on the same door.
 */
const ALLOWED: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['p', 'br', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'code'],
    ...['ul', 'ol', 'li', 'a', 'img', 'strong', 'em', 'u', 's'],
  ],
  allowedAttributes: { a: ['href'], img: ['src', 'alt', 'width', 'height'] },
  allowedSchemes: ['https', 'http', 'mailto', 'tel'],
  allowedSchemesByTag: { img: ['https', 'http'] },
  allowProtocolRelative: false,
};

export const sanitise = (html: string): string => sanitizeHtml(html, ALLOWED);
