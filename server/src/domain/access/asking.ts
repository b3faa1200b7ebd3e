/** Through which door somebody came in. Only `admin` is a person who signed in themselves. */
export const DOORS = [
  'admin',
  'admin-token',
  'content-api-token',
  'users-permissions',
  'public',
  'house',
  'unknown',
] as const;
export type Door = (typeof DOORS)[number];

/** Who is asking for an act: the admin user's documentId (never a numeric id), the door, the address. */
export interface Asking {
  readonly person: string;
  readonly door: Door;
  /** As the socket says it, behind our own proxies as they say it; null where nobody can tell. */
  readonly ip: string | null;
}
