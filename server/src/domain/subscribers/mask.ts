import type { Address } from './address';

/**
 * How everybody without the right to reveal sees an address: `t•••@e•••.com`. The dots do not count
 * the letters. The same person always has the same label; several people may share one.
 */
export function maskAddress({ normalised, domain }: Address): string {
  const ending = domain.slice(domain.lastIndexOf('.'));
  return `${normalised.slice(0, 1)}•••@${domain.slice(0, 1)}•••${ending}`;
}

/** The label of whoever was erased: there is no letter of an address in it. */
export const NOBODY = '•••';

/** A name as a preview shows it: enough to see that a greeting works, not whose it is. */
export const maskName = (name: string): string => {
  const [first] = name.trim();
  return first === undefined ? '' : `${first}•••`;
};
