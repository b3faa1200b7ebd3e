const LONGEST = 60;

/**
 * An id for a new sender that no other has: people never see it, but campaigns keep it. Made of what
 * stands before the @.
 */
export function newSenderId(address: string, taken: readonly string[]): string {
  const local = (address.split('@')[0] ?? '').normalize('NFKD').toLowerCase();
  const base =
    local
      .replaceAll(/[^a-z0-9]+/g, '-')
      .slice(0, LONGEST)
      .replaceAll(/^-+|-+$/g, '') || 'sender';
  let id = base;
  for (let n = 2; taken.includes(id); n += 1) id = `${base}-${n}`;
  return id;
}
