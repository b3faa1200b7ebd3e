import type { IdentityShown } from '../../../../server/src/contracts/settings';

const IF_NONE_IS_KNOWN = 'en';

/**
 * The languages the reason may be said in: as they stand in the identity, whose first is the fallback,
 * then those of the site with its default before the others.
 */
export function languagesOf(
  identity: IdentityShown | null,
  site: readonly { readonly code: string; readonly isDefault: boolean }[],
): readonly string[] {
  const defaultFirst = [...site].sort((a, b) => Number(b.isDefault) - Number(a.isDefault));
  const all = [...Object.keys(identity?.reason ?? {}), ...defaultFirst.map(({ code }) => code)];
  return all.length === 0 ? [IF_NONE_IS_KNOWN] : [...new Set(all)];
}
