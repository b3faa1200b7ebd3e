import { canonicalJson } from './canonical';
import { sha256 } from './fingerprint';

/** Something that is kept beside campaigns and that an edition goes out with; who changed it has a hand in that edition. */
export interface Part {
  /** Stays the same whatever becomes of the value; at most 80 characters. */
  readonly name: string;
  /** SHA-256 of the value, hex: the same for the same value only. */
  readonly value: string;
}

export const part = (name: string, value: unknown): Part => ({
  name,
  value: sha256(canonicalJson(value)),
});
