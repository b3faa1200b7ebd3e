import { createImportStore } from '../adapters/store/suppression-imports';
import { createImportSuppressions } from '../flows/import-suppressions';
import type { Asking } from '../domain/access/asking';
import type { Keys } from '../ports';
import type { Foundation } from './foundation';
import type { People } from './people';

/** An old tool's suppressions, with a second person. */
export const wireImports = (
  { config, db, stores, world }: Foundation,
  keys: Keys,
  { manage }: Pick<People, 'manage'>,
) =>
  createImportSuppressions({
    ...{ ...stores, ...world, keys },
    imports: createImportStore(db),
    suppressMany: manage.suppressMany,
    accountQuietDays: config.approval.accountQuietDays,
  });

export type Imports = ReturnType<typeof wireImports>;

/** What was allowed is under way before the answer is. */
export const importsRoom = (imports: Imports, take: () => void) => ({
  ...imports,
  allow: async (id: string, by: Asking) => {
    const answer = await imports.allow(id, by);
    if (answer.ok) take();
    return answer;
  },
});
