/** How many of a source's people a run would take off its list, and what people said to it. */
export interface Brake {
  /** Who would leave the list. */
  readonly leaving: number;
  /** Whom the source has on the list. */
  readonly of: number;
  /** As many may leave: a person saw the number and let them go. Null: nobody was asked. */
  readonly allowed: number | null;
  /** As many were to leave when a person last looked and left the list as it is; null: nobody did. */
  readonly kept: number | null;
}

export const NO_BRAKE: Brake = { leaving: 0, of: 0, allowed: null, kept: null };

/** Fewer than these never stop a run: on a small list every other person is a large share. */
export const FEW_LEAVING = 10;

/** Whether a run stops before anybody is taken off. @param percent beyond it; at 100 no run ever stops */
export function brakes({ leaving, of, allowed }: Brake, percent: number): boolean {
  if (leaving < FEW_LEAVING) return false;
  if (allowed !== null && leaving <= allowed) return false;
  return leaving * 100 > of * percent;
}

/** A person looked at as many, or more, and left the list as it is: they need not be asked again. */
export const isKept = ({ leaving, kept }: Brake): boolean => kept !== null && leaving <= kept;
