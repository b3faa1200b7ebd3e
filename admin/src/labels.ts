import { CAMPAIGN_UID } from '../../server/src/names';
import type { Word } from './words';

const LABELS: Readonly<Record<string, Word>> = {
  name: 'label.name',
  subject: 'label.subject',
  preheader: 'label.preheader',
  body: 'label.body',
  audience: 'label.audience',
  sender: 'label.sender',
  replyTo: 'label.reply-to',
  wishedAt: 'label.wished-at',
};

/** The Content Manager looks for a field's label under this id before it shows the field's bare name. */
export const fieldLabels = (words: Readonly<Record<string, string>>): Record<string, string> => ({
  // The type's own name is looked up by itself.
  Campaign: words['label.campaign'] ?? 'Campaign',
  ...Object.fromEntries(
    Object.entries(LABELS).map(([field, word]) => [
      `content-manager.content-types.${CAMPAIGN_UID}.${field}`,
      words[word] ?? field,
    ]),
  ),
});
