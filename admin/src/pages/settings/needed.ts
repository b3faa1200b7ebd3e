import type { Word } from '../../words';

/** One thing that must be set up, by the server's code for its absence, and where that is done. */
export interface Needed {
  readonly code: string;
  readonly word: Word;
  readonly at: 'config' | 'senders';
}

export const NEEDED: readonly Needed[] = [
  { code: 'public-url', word: 'settings.gap-public-url', at: 'config' },
  { code: 'secret', word: 'settings.gap-secret', at: 'config' },
  { code: 'transport', word: 'settings.gap-transport', at: 'config' },
  { code: 'worker', word: 'settings.gap-worker', at: 'config' },
  { code: 'source', word: 'settings.gap-source', at: 'config' },
  { code: 'proxy', word: 'settings.gap-proxy', at: 'config' },
  { code: 'approval-role', word: 'settings.gap-approval-role', at: 'config' },
  { code: 'identity', word: 'settings.gap-identity', at: 'senders' },
  { code: 'sender', word: 'settings.gap-sender', at: 'senders' },
];
