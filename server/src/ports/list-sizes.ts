/** How many readers a list had at the end of a day, as far as that day was looked at. */
export interface ListSize {
  /** In UTC, `2026-11-25`. */
  readonly day: string;
  readonly readers: number;
}

export interface ListSizeStore {
  /** Counts each list as it is now; a day's later count takes the place of the earlier. */
  note(day: string): Promise<void>;
  /** Of one list, the oldest first, from this day on. */
  since(listId: string, day: string): Promise<ListSize[]>;
}
