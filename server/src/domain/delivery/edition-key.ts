import type { EditionContent } from '../editions/content';

/** The name under which the sending thread holds one locale's message of an edition. */
export const editionKey = (editionId: string, locale: string): string => `${editionId}:${locale}`;

export const editionKeys = (
  editionId: string,
  { messages }: Pick<EditionContent, 'messages'>,
): string[] => Object.keys(messages).map((locale) => editionKey(editionId, locale));
