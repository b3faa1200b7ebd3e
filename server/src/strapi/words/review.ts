import type { AccountChange, AccountChangeKind } from '../../domain/access/account';
import type { EditionState } from '../../domain/editions/states';
import type { ReviewRefusal } from '../../domain/reviews/refusals';
import type { Language, Said } from '../language';
import type { RefusalCode } from '../refusals';
import { dayOf } from './day';
import { STATE_WORDS } from './editions';
import { REFUSAL_WORDS } from './refusals';

/** What people are called, by documentId, and roles, by code; who is not in it has no name any more. */
export type Names = ReadonlyMap<string, string>;

/** Whom the sentence about a refusal may name. */
export function peopleIn(about: ReviewRefusal | undefined): readonly string[] {
  if (about?.because === 'not-in-review') return about.by === null ? [] : [about.by];
  if (about?.because === 'account-not-quiet') return [about.change.by, ...about.others];
  return [];
}

/** And which roles, by code. */
export const rolesIn = (about: ReviewRefusal | undefined): readonly string[] =>
  about?.because === 'other-role-needed' ? about.seats.roles : [];

/** The sentence for one refusal: of two people at once the slower is told what the other did. */
export function refusalText(
  { code, about }: { readonly code: RefusalCode; readonly about?: ReviewRefusal | undefined },
  language: Language,
  names: Names,
): string {
  if (about?.because === 'not-in-review') {
    return AFTERWARDS[language](about.state, names.get(about.by ?? '') ?? null);
  }
  if (about?.because === 'account-not-quiet') {
    const others = about.others.flatMap((id) => names.get(id) ?? []);
    return NOT_QUIET[language](about.change, names.get(about.change.by) ?? null, others);
  }
  if (about?.because === 'other-role-needed') {
    return OTHER_ROLE[language](about.seats.roles.map((code) => names.get(code) ?? code));
  }
  if (about?.because === 'site-rule') return about.says[language];
  if (about?.because === 'own-hand' && about.through) return OWN_PART[language];
  return REFUSAL_WORDS[code][language];
}

const AFTERWARDS: Readonly<Record<Language, (state: EditionState, who: string | null) => string>> =
  {
    en: (state, who) =>
      who === null
        ? `This edition is no longer waiting for an answer. It is now: ${STATE_WORDS[state].en}.`
        : `${who} has answered already. The edition is now: ${STATE_WORDS[state].en}.`,
    ja: (state, who) =>
      who === null
        ? `この配信版はすでに承認待ちではありません。現在の状態：${STATE_WORDS[state].ja}`
        : `すでに${who}さんが対応しました。現在の状態：${STATE_WORDS[state].ja}`,
  };

/** What was done to an account; in the sentence it comes after who and when. */
export const ACCOUNT_WORDS: Readonly<Record<AccountChangeKind, Said>> = {
  created: { en: 'created your account', ja: 'あなたのアカウントを作成' },
  roles: { en: 'changed the roles of your account', ja: 'あなたのアカウントのロールを変更' },
  email: {
    en: 'changed the e-mail address of your account',
    ja: 'あなたのアカウントのメールアドレスを変更',
  },
  password: {
    en: 'set a password for your account',
    ja: 'あなたのアカウントのパスワードを設定',
  },
  active: {
    en: 'switched your account on or off',
    ja: 'あなたのアカウントの有効・無効を変更',
  },
};

type NotQuiet = (change: AccountChange, who: string | null, others: readonly string[]) => string;

const NOT_QUIET: Readonly<Record<Language, NotQuiet>> = {
  en: ({ kind, at }, who, others) =>
    `${who ?? 'Somebody'} ${ACCOUNT_WORDS[kind].en} on ${dayOf(at, 'en')}, too short a time before this ` +
    `was submitted or since, and had a hand in it, has approved it or had got into that account. ` +
    `Somebody else must approve it: ` +
    `${others.length > 0 ? others.join(', ') : 'at present nobody else can'}.`,
  ja: ({ kind, at }, who, others) =>
    `${dayOf(at, 'ja')}に${who === null ? '関係者' : `${who}さん`}が${ACCOUNT_WORDS[kind].ja}しました。` +
    'この内容に関わった人、すでに承認した人、またはその人たちにアカウントを変更された人による変更から日が浅いため、別の人の承認が必要です。' +
    `承認できる人：${others.length > 0 ? others.map((name) => `${name}さん`).join('、') : '現在はいません'}`,
};

const OWN_PART: Said = {
  en:
    'You changed a segment, the sender, the identity, a picture or a source that this goes out with – of a list, a name, ' +
    'a language or an attribute – and no newsletter has gone out with the same since, so somebody else must approve it.',
  ja:
    'この内容に使われているセグメント、差出人、送信者情報、画像、または連携元（リスト、名前、言語、属性）をあなたが変更し、' +
    'その後同じ内容での配信がまだないため、別の人の承認が必要です。',
};

const OTHER_ROLE: Readonly<Record<Language, (roles: readonly string[]) => string>> = {
  en: (roles) =>
    `Still needed: one from ${roles.map((role) => `“${role}”`).join(' or ')}. ` +
    'Your signature would not count as that, and there is no room for another.',
  ja: (roles) =>
    `${roles.map((role) => `「${role}」`).join('または')}の人の承認が必要です。` +
    'あなたの承認はこれに当たらず、ほかに承認できる枠は残っていません。',
};
