/** What Strapi made of somebody's roles: rules, of which some hold for some entries only. */
export interface Ability {
  can(action: string, entry?: object): boolean;
  rulesFor(
    action: string,
    subject: string,
    field?: string,
  ): readonly { readonly conditions?: unknown }[];
}

/** Strapi's subject of a right that is about no content type. */
const ANY_SUBJECT = 'all';

/** By at least one role that sets no condition. */
export const mayEverywhere = (ability: Ability, action: string): boolean =>
  ability
    .rulesFor(action, ANY_SUBJECT)
    .some(({ conditions }) => conditions === undefined || conditions === null);

/** Each of these fields of every entry of a type: by a role without a condition on it. */
export const seesAll = (
  ability: Ability,
  { action, subject }: { readonly action: string; readonly subject: string },
  fields: readonly string[],
): boolean =>
  fields.every((field) =>
    ability
      .rulesFor(action, subject, field)
      .some(({ conditions }) => conditions === undefined || conditions === null),
  );

/** Without a condition, or with one that each of these entries meets. Of none nobody can say so. */
export const mayOn = (ability: Ability, action: string, entries: readonly object[]): boolean =>
  mayEverywhere(ability, action) ||
  (entries.length > 0 && entries.every((entry) => ability.can(action, entry)));
