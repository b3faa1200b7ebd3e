/** Where in the Content Manager's form the parts of a campaign are found. */
const FIELDS: Readonly<Record<string, string>> = {
  name: 'input[name="name"]',
  subject: 'input[name="subject"]',
  preheader: 'input[name="preheader"]',
  'reply-to': 'input[name="replyTo"]',
  body: '[data-slate-editor="true"]',
  audience: '[data-countersign="audience"] [role="combobox"]',
  sender: '[data-countersign="sender"] [role="combobox"]',
  'wished-at': '[data-countersign="wished-time"] input',
};

/** The selector of the field a problem is about (`body.3` is in the body); undefined if it is in none. */
export const fieldAt = (where: string): string | undefined => FIELDS[where.split('.')[0] ?? ''];

export function focusField(selector: string): void {
  const field = document.querySelector<HTMLElement>(selector);
  field?.scrollIntoView({ block: 'center' });
  field?.focus();
}
