/** The fields of a campaign that make a message, under the names the content type gives them. */
export const CAMPAIGN_FIELDS = [
  'name',
  'subject',
  'preheader',
  'body',
  'sender',
  'replyTo',
  'audience',
  'wishedAt',
] as const;
export type CampaignField = (typeof CAMPAIGN_FIELDS)[number];

/** A campaign as the host stores it: nothing is known of a field but that JSON can say it. */
export interface StoredCampaign {
  /** documentId. */
  readonly id: string;
  /** The host's default locale, whether or not the campaign has it. */
  readonly defaultLocale: string;
  /** At least one. */
  readonly locales: readonly StoredLocale[];
}

export interface StoredLocale {
  readonly locale: string;
  /** JSON columns parsed, dates as ISO strings. */
  readonly fields: Readonly<Partial<Record<CampaignField, unknown>>>;
}
