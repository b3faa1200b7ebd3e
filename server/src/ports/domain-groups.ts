import type { GroupPace } from '../domain/delivery/group-pace';

/** Which recipient domains one provider answers for. */
export interface DomainGroups {
  /** As far as is known now: the domain itself until somebody has said who takes its mail. */
  of(domain: string): string;
  /** Waits for that, two seconds at most. */
  find(domain: string): Promise<string>;
}

/** Groups that have complained, as all processes know them. */
export interface GroupPaceStore {
  /** At most a thousand. */
  all(): Promise<ReadonlyMap<string, GroupPace>>;
  /** Of two at the same time the second sees what the first has made of it. */
  change(
    group: string,
    change: (before: GroupPace | null) => GroupPace,
    at: number,
  ): Promise<GroupPace>;
  /** Those that are as fast as they were. */
  forget(groups: readonly string[]): Promise<void>;
}
