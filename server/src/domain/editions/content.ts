import type { Audience } from '../audience/audience';
import type { LocaleMessage } from '../messages/message';

/** Name and address as they stand in a From header; exactly one address, ASCII or IDN domain. */
export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

/** Who is writing, as the law of several countries wants it shown in each message. */
export interface Identity {
  readonly name: string;
  readonly postalAddress: string;
  readonly contact: string;
  /** Why the reader gets this, by locale; the first is the fallback. */
  readonly reason: Readonly<Record<string, string>>;
}

/** A wall-clock time in a named zone, e.g. `2026-12-01T09:00` in `Asia/Tokyo`. */
export interface WishedTime {
  readonly local: string;
  readonly zone: string;
}

export interface FrozenAsset {
  /** SHA-256 of the bytes, hex. Also the name under which it is served. */
  readonly hash: string;
  readonly mime: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp';
  readonly bytes: number;
}

/**
 * Everything an edition holds: what would be sent, to whom, and as whom. Immutable; the fingerprint
 * covers all of it. Not in it: the time of the freeze.
 */
export interface EditionContent {
  readonly campaign: { readonly id: string; readonly name: string };
  readonly from: Mailbox;
  readonly replyTo: string | null;
  /** Right-hand side of the VERP return-path and of Message-IDs. */
  readonly returnPathDomain: string;
  /** RFC 2919, without brackets; stable across renames. */
  readonly listId: string;
  readonly publicUrl: string;
  readonly audience: Audience;
  readonly identity: Identity;
  readonly wishedAt: WishedTime | null;
  readonly messages: Readonly<Record<string, LocaleMessage>>;
  /** Which message a reader's locale gets, tried in order; the last always exists in `messages`. */
  readonly defaultLocale: string;
  readonly assets: readonly FrozenAsset[];
  readonly versions: { readonly countersign: string; readonly strapi: string };
}

/**
 * Content as it was stored. What cannot be read any more comes back as an object that no fingerprint
 * fits, so that whoever verifies it holds the edition instead of falling over.
 */
export function contentFrom(json: string): EditionContent {
  try {
    const content: unknown = JSON.parse(json);
    return typeof content === 'object' && content !== null
      ? (content as EditionContent)
      : UNREADABLE;
  } catch {
    return UNREADABLE;
  }
}

const UNREADABLE: EditionContent = {
  campaign: { id: '', name: '' },
  from: { name: '', address: '' },
  replyTo: null,
  returnPathDomain: '',
  listId: '',
  publicUrl: '',
  audience: { include: [], exclude: [] },
  identity: { name: '', postalAddress: '', contact: '', reason: {} },
  wishedAt: null,
  messages: {},
  defaultLocale: '',
  assets: [],
  versions: { countersign: '', strapi: '' },
};
