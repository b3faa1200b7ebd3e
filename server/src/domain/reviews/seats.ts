/** The roles of one signer that count, by code; a person signs once and fills one seat at most. */
export type SignerRoles = readonly string[];

export interface SeatsLeft {
  /** Seats that nobody fills yet. */
  readonly missing: number;
  /** Whose signature would fill one of them; more roles than seats where a signature could fill either. */
  readonly roles: readonly string[];
}

/**
 * What is missing of one signature from each role: as many seats are filled as can be, whoever has to
 * move to another of their roles for it.
 *
 * @param wanted codes of roles, each once
 */
export function seatsLeft(
  wanted: readonly string[],
  signatures: readonly SignerRoles[],
): SeatsLeft {
  const filled = seatsFilled(wanted, signatures);
  const helps = (role: string) => seatsFilled(wanted, [...signatures, [role]]) > filled;
  return { missing: wanted.length - filled, roles: wanted.filter(helps) };
}

/** A largest matching of signatures with roles, by augmenting paths (Kuhn). */
function seatsFilled(wanted: readonly string[], signatures: readonly SignerRoles[]): number {
  const holders = new Map<string, SignerRoles>();
  const isSeated = (signature: SignerRoles, tried: Set<string>): boolean =>
    wanted.some((role) => {
      if (!signature.includes(role) || tried.has(role)) return false;
      tried.add(role);
      const holder = holders.get(role);
      if (holder && !isSeated(holder, tried)) return false;
      holders.set(role, signature);
      return true;
    });
  return signatures.filter((signature) => isSeated(signature, new Set())).length;
}
