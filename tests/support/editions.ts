import { createHmac } from 'node:crypto';
import type { EditionContent } from '../../server/src/domain/editions/content';
import { sealedText, type Instance } from '../../server/src/domain/editions/countersignature';
import type { Decision, Edition, FullEdition } from '../../server/src/domain/editions/edition';
import { fingerprintOf } from '../../server/src/domain/editions/fingerprint';
import type { LocaleMessage } from '../../server/src/domain/messages/message';

/** Noon, 1 December 2026, UTC. */
export const NOON = Date.UTC(2026, 11, 1, 12);
export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

export const HERE: Instance = { publicUrl: 'https://cms.example.com', databaseId: 'database-1' };

export const aMessage = (change: Partial<LocaleMessage> = {}): LocaleMessage => ({
  subject: ['Hello ', { slot: 'subscriber.name', fallback: 'reader' }],
  preheader: ['What is new'],
  html: ['<p>Hello</p>', { slot: 'unsubscribe-url' }],
  text: ['Hello\n', { slot: 'unsubscribe-url' }],
  mime: ['Subject: Hello\r\n', { slot: 'to', as: 'raw' }],
  ...change,
});

export const aContent = (change: Partial<EditionContent> = {}): EditionContent => ({
  campaign: { id: 'campaign-1', name: 'Autumn issue' },
  from: { name: 'Gazette', address: 'news@example.com' },
  replyTo: null,
  returnPathDomain: 'example.com',
  listId: 'newsletter.cms.example.com',
  publicUrl: HERE.publicUrl,
  audience: { include: ['newsletter'], exclude: [] },
  identity: {
    name: 'Gazette',
    postalAddress: '1 Main Street\nSpringfield',
    contact: 'contact@example.com',
    reason: { en: 'You signed up on our site.' },
  },
  wishedAt: null,
  messages: { en: aMessage() },
  defaultLocale: 'en',
  assets: [],
  versions: { countersign: '0.1.0', strapi: '5.54.0' },
  ...change,
});

export const anEdition = (change: Partial<Edition> = {}): Edition => ({
  id: 'edition-1',
  campaignId: 'campaign-1',
  name: 'Autumn issue',
  state: 'in-review',
  heldBecause: null,
  fingerprint: fingerprintOf(aContent()),
  campaignHash: 'hash-1',
  submittedBy: 'author',
  submittedAt: NOON,
  expiresAt: NOON + 7 * DAY,
  wishedAt: null,
  readersAtSubmit: 3,
  readers: null,
  startedAt: null,
  finishedAt: null,
  ...change,
});

/** With the fingerprint of its content. */
export const aFullEdition = (change: Partial<FullEdition> = {}): FullEdition => {
  const content = change.content ?? aContent();
  return { ...anEdition({ fingerprint: fingerprintOf(content) }), content, ...change };
};

/** As `Keys` does it, with a key every test knows. */
export const sign = (text: string): string =>
  `k1.${createHmac('sha256', 'a key for tests').update(text).digest('base64url')}`;
export const verifySeal = (text: string, seal: string): boolean => sign(text) === seal;

/** A genuine approval of this edition. */
export const anApproval = (edition: Edition, change: Partial<Decision> = {}): Decision => {
  const decision = {
    id: 'decision-1',
    editionId: edition.id,
    person: 'approver',
    kind: 'approve' as const,
    reason: null,
    decidedAt: NOON,
    ...change,
  };
  const notBefore = change.notBefore ?? NOON;
  const notAfter = change.notAfter ?? NOON + 7 * DAY;
  const readersShown = change.readersShown ?? 3;
  const roles = change.roles ?? null;
  const seal = sign(
    sealedText({
      instance: HERE,
      editionId: decision.editionId,
      fingerprint: edition.fingerprint,
      approver: decision.person,
      decidedAt: decision.decidedAt,
      notBefore,
      notAfter,
      readersShown,
      roles,
    }),
  );
  return { ...decision, notBefore, notAfter, readersShown, roles, seal: change.seal ?? seal };
};
