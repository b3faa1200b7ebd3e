import type { FullEdition } from '../editions/edition';

/** What a site's own rule is asked about: facts, and nothing that could be changed through them. */
export interface RuleQuestion {
  readonly campaign: { readonly id: string; readonly name: string };
  readonly edition: {
    readonly id: string;
    readonly fingerprint: string;
    /** documentId of an admin user; times in ms since 1970. */
    readonly submittedBy: string;
    readonly submittedAt: number;
    readonly wishedAt: number | null;
    readonly readersAtSubmit: number;
    /** Ids. */
    readonly lists: { readonly include: readonly string[]; readonly exclude: readonly string[] };
    readonly locales: readonly string[];
  };
  readonly approver: { readonly id: string; readonly name: string };
}

export interface RuleWords {
  readonly en: string;
  readonly ja: string;
}

/** It may say no to what would be allowed, and never yes to what would not. */
export type RuleAnswer =
  | { readonly ok: true }
  | { readonly ok: false; readonly because: RuleWords };
export type ApprovalRule = (question: RuleQuestion) => RuleAnswer | Promise<RuleAnswer>;

export const questionOf = (
  { content, ...edition }: FullEdition,
  approver: RuleQuestion['approver'],
): RuleQuestion => ({
  campaign: { id: edition.campaignId, name: edition.name },
  edition: {
    id: edition.id,
    fingerprint: edition.fingerprint,
    submittedBy: edition.submittedBy,
    submittedAt: edition.submittedAt,
    wishedAt: edition.wishedAt,
    readersAtSubmit: edition.readersAtSubmit,
    lists: { include: [...content.audience.include], exclude: [...content.audience.exclude] },
    locales: Object.keys(content.messages),
  },
  approver: { id: approver.id, name: approver.name },
});

/** Characters; it is one sentence on a page. */
const MOST = 500;

export const NO_WORDS: RuleWords = {
  en: 'A rule of this site does not allow it.',
  ja: 'このサイトの規則により承認できません。',
};

/** Null for a plain yes. Whatever else came back is a no: it is code that the compiler has not seen. */
export function objectionIn(answer: unknown): RuleWords | null {
  if (!isRecord(answer)) return NO_WORDS;
  if (answer.ok === true) return null;
  const because = isRecord(answer.because) ? answer.because : {};
  return { en: sentence(because.en) ?? NO_WORDS.en, ja: sentence(because.ja) ?? NO_WORDS.ja };
}

const sentence = (text: unknown): string | null =>
  typeof text === 'string' && text.trim() ? text.trim().slice(0, MOST) : null;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
