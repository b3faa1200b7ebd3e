import type { Identity } from '../editions/content';
import { cleanLine, cleanText } from '../messages/characters';
import {
  complain,
  isObject,
  isShort,
  textsOf,
  wrong,
  type Complaint,
  type Setting,
} from './setting';

/** The name under which it is kept. */
export const IDENTITY_SETTING = 'identity';

/** What must stand under each message; nothing set is null. All complaints together. */
export function parseIdentity(raw: unknown): Setting<Identity | null> {
  if (raw === null || raw === undefined) return { ok: true, value: null };
  const { name, postalAddress, contact } = textsOf(raw);
  const reason = textsOf(isObject(raw) ? raw.reason : null);
  const complaints = [
    wrong(!isShort(name), 'identity.name', 'the name of who is writing'),
    wrong(!isShort(postalAddress), 'identity.postalAddress', 'a postal address'),
    wrong(!isShort(contact), 'identity.contact', 'an e-mail address, a telephone number or a link'),
    ...reasonComplaints(isObject(raw) ? raw.reason : null),
  ].flat();
  if (complaints.length > 0) return complain(complaints);
  return {
    ok: true,
    value: {
      name: cleanLine(name ?? ''),
      postalAddress: cleanText(postalAddress ?? '').trim(),
      contact: cleanLine(contact ?? ''),
      reason: Object.fromEntries(
        Object.entries(reason).map(([locale, text]) => [locale, cleanLine(text ?? '')]),
      ),
    },
  };
}

function reasonComplaints(raw: unknown): readonly Complaint[] {
  const entries = isObject(raw) ? Object.entries(raw) : [];
  const expected = 'why the reader gets this, by language, e.g. { "en": "You signed up …" }';
  if (entries.length === 0) return [{ place: 'identity.reason', expected }];
  return entries.flatMap(([locale, text]) =>
    wrong(
      !isLocale(locale) || typeof text !== 'string' || !isShort(text),
      `identity.reason.${isLocale(locale) ? locale : '?'}`,
      expected,
    ),
  );
}

const isLocale = (text: string): boolean => /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(text);
