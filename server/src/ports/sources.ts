import type { HostFields, SourceMapping } from '../domain/subscribers/source-mapping';
import type { MadeSource } from '../domain/subscribers/made-source';
import type { Source } from './sync';

/** Sources made in the admin. */
export interface MadeSourceStore {
  insert(source: MadeSource): Promise<void>;
  /** Writes mapping, state and when it was changed. */
  save(source: MadeSource): Promise<void>;
  find(id: string): Promise<MadeSource | null>;
  /** Oldest first, those that were removed among them. */
  all(): Promise<MadeSource[]>;
}

/** A content type of the host that people could be in. */
export interface HostType {
  readonly uid: string;
  /** As the Content Manager calls it. */
  readonly name: string;
  readonly fields: HostFields;
}

/** The host's content types, as whoever makes a source sees them. */
export interface SourceHost {
  types(): HostType[];
  /** What a source over this mapping would name; reads, and changes nothing. */
  open(mapping: SourceMapping): Source;
}
