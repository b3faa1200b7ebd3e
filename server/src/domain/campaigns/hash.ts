import { canonicalJson } from '../editions/canonical';
import { sha256 } from '../editions/fingerprint';
import { CAMPAIGN_FIELDS, type StoredCampaign, type StoredLocale } from './stored';

/**
 * SHA-256 over all locales of a campaign as they are stored, 64 hex characters. A save that changes
 * nothing does not change it, whatever order the database gives locales and keys in; any other does,
 * parsed or not. An empty field and an absent one are the same.
 */
export function campaignHash(campaign: StoredCampaign): string {
  const locales = campaign.locales.map((stored) => [stored.locale, fieldsOf(stored)] as const);
  return sha256(canonicalJson(Object.fromEntries(locales)));
}

const fieldsOf = ({ fields }: StoredLocale): Record<string, unknown> =>
  Object.fromEntries(CAMPAIGN_FIELDS.map((field) => [field, nothingIsNull(fields[field])]));

const nothingIsNull = (value: unknown): unknown => (value === '' ? null : (value ?? null));
