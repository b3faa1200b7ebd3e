import type { Colleague } from '../domain/access/colleague';
import type { LibraryPicture, PictureTrouble } from '../domain/campaigns/pictures';
import type { StoredCampaign } from '../domain/campaigns/stored';
import type { WishedTime } from '../domain/editions/content';
import type { Result } from '../domain/result';

/** Campaigns as authors write them: documents in the host's tables, edited in the Content Manager. */
export interface CampaignReader {
  /**
   * Every locale of the document as it is stored, or null if there is none. Read in the transaction
   * around the caller, without the document service (which would open a transaction of its own).
   */
  read(campaignId: string): Promise<StoredCampaign | null>;
  /**
   * The same as it is now, its rows kept from others' writes until the transaction around the caller
   * ends (`FOR UPDATE` where the database has it).
   */
  readLocked(campaignId: string): Promise<StoredCampaign | null>;
}

/** Campaigns as the conditions of the host's roles look at them. */
export interface CampaignEntries {
  /** By campaign: an entry for each language with who created it; of one that is gone its id alone. */
  of(campaignIds: readonly string[]): Promise<ReadonlyMap<string, readonly object[]>>;
}

/** A reader as the conditions of the host's roles look at them. */
export interface ReaderEntry {
  readonly id: string;
  /** Ids of those they are on. */
  readonly lists: readonly string[];
}

export interface ReaderEntries {
  /** Without those who are on no list, or are none. */
  of(subscriberIds: readonly string[]): Promise<readonly ReaderEntry[]>;
}

/**
 * Admin users, by documentId. `mayApprove` is about the campaign: a role may hold the right on a
 * condition.
 */
export interface Colleagues {
  find(person: string, campaignId: string): Promise<Colleague | null>;
  /** In the order asked; who is gone is left out. */
  findMany(people: readonly string[], campaignId: string): Promise<Colleague[]>;
  /** Who is active and holds the right to countersign. */
  approvers(campaignId: string): Promise<Colleague[]>;
}

/** Bytes of pictures in the host's media library. */
export interface PictureReader {
  /** @param url as it stands in the campaign's body */
  read(url: string): Promise<Result<LibraryPicture, PictureTrouble>>;
}

/** Wall-clock times in named zones. */
export interface Zones {
  /**
   * ms since 1970.
   *
   * `unknown-zone`: not an IANA name. `bad-time`: not a date and time of the calendar.
   * `never`: skipped when the clocks go forward. `twice`: comes twice when they go back.
   */
  resolve(wished: WishedTime): Result<number, 'unknown-zone' | 'bad-time' | 'never' | 'twice'>;
}

/** Campaigns as a list shows them; `updatedAt` in ms since 1970. */
export interface CampaignIndex {
  /** By age of the document, newest first; `before` is the id of the last row of the page before. */
  list(page: { readonly before?: string; readonly limit: number }): Promise<ListedCampaign[]>;
  updatedAt(campaignId: string): Promise<number>;
}

export interface ListedCampaign {
  readonly id: string;
  readonly name: string;
  readonly updatedAt: number;
}
