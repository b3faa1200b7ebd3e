/** The site under test, as `npm run test:e2e` has opened it. */
export interface Login {
  readonly email: string;
  readonly name: string;
  readonly password: string;
}

export type Part = 'owner' | 'author' | 'approver' | 'operator' | 'visitor';

export const SITE = given('COUNTERSIGN_E2E_SITE');
export const INBOX = given('COUNTERSIGN_E2E_INBOX');

export const PEOPLE = JSON.parse(given('COUNTERSIGN_E2E_PEOPLE')) as Readonly<Record<Part, Login>>;

export const at = (place: string): string => `${SITE}/admin${place}`;

function given(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run this with npm run test:e2e`);
  return value;
}
