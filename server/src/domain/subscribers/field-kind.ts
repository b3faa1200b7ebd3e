/** What a field of a content type can be used for; null: for nothing of ours. */
export type FieldKind = 'email' | 'text' | 'words' | 'boolean' | 'number' | 'date';

const KINDS: Readonly<Record<string, FieldKind>> = {
  email: 'email',
  string: 'text',
  text: 'text',
  uid: 'text',
  enumeration: 'words',
  boolean: 'boolean',
  integer: 'number',
  float: 'number',
  decimal: 'number',
  date: 'date',
  datetime: 'date',
  timestamp: 'date',
};

/** @param type as Strapi's schema names it */
export const fieldKind = (type: string): FieldKind | null => KINDS[type] ?? null;
