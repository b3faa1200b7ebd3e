/** A reader, or a list itself, as the conditions of a role look at it. */
export interface OnLists {
  readonly id: string;
  /** Ids. */
  readonly lists: readonly string[];
}

/** What the conditions of a role are asked about. */
export interface RightsRoom {
  /** By campaign: an entry for each language with who created it; of one that is gone its id alone. */
  entriesOf(campaignIds: readonly string[]): Promise<ReadonlyMap<string, readonly object[]>>;
  /** Null: there is no such edition. */
  campaignOf(editionId: string): Promise<string | null>;
  /** Without those who are on no list, or are none. */
  readersOf(subscriberIds: readonly string[]): Promise<readonly OnLists[]>;
  /** Null: there is no such export. */
  listOfExport(exportId: string): Promise<string | null>;
  /** The campaigns somebody has had a hand in. */
  touchedBy(person: string): Promise<readonly string[]>;
}
