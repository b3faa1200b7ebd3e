import type { PanelComponentProps } from '@strapi/content-manager/strapi-admin';

/** What the Content Manager knows of the campaign it edits, as it is saved. */
export interface SavedCampaign {
  readonly id: string;
  /** Changes with every save. */
  readonly savedAt: string;
  /** The language that is being edited; null without i18n. */
  readonly locale: string | null;
}

/** Null while it has never been saved. */
export function readSaved({ documentId, document }: PanelComponentProps): SavedCampaign | null {
  if (!documentId || documentId === 'create') return null;
  const { updatedAt, locale }: Record<string, unknown> = { ...document };
  return {
    id: documentId,
    savedAt: String(updatedAt ?? ''),
    locale: typeof locale === 'string' ? locale : null,
  };
}
