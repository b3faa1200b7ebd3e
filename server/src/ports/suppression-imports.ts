import type { ImportState, SuppressionImport } from '../domain/subscribers/suppression-import';

/** An address as an import holds it. */
export interface HashedAddress {
  readonly addressHash: string;
  readonly label: string;
}

/** Suppressions of an old tool on their way through a second person. */
export interface ImportStore {
  insert(one: SuppressionImport): Promise<void>;
  find(id: string): Promise<SuppressionImport | null>;
  /** Newest first. */
  list(query: { readonly before?: string; readonly limit: number }): Promise<SuppressionImport[]>;
  /** Each address once, however often it is added; counts what there is then. */
  add(id: string, rows: readonly HashedAddress[], unreadable: number): Promise<void>;
  /** How many of its addresses are suppressed now. */
  countKnown(id: string): Promise<number>;
  examples(id: string, limit: number): Promise<string[]>;
  /** False: it was in none of the states it had to be in, since somebody was first. */
  move(
    id: string,
    to: Pick<SuppressionImport, 'decidedBy' | 'decidedAt' | 'until'> & {
      readonly from: readonly ImportState[];
      readonly state: ImportState;
      readonly known?: number;
    },
  ): Promise<boolean>;
  /** Some of those that are left. */
  next(id: string, limit: number): Promise<HashedAddress[]>;
  drop(id: string, addressHashes: readonly string[]): Promise<void>;
  dropAll(id: string): Promise<void>;
  /** Allowed and not through. */
  underWay(): Promise<SuppressionImport[]>;
  /** Forgets the addresses of those that nobody answered in time. */
  dropExpired(now: number): Promise<void>;
}
