import type { LeftOutReason, SuppressionReason } from '../../domain/subscribers/subscriber';
import type { Language, Said } from '../language';

export const LEFT_OUT_WORDS: Readonly<Record<LeftOutReason, Said>> = {
  'no-address': { en: 'No e-mail address', ja: 'メールアドレスがありません' },
  'bad-address': { en: 'Not an e-mail address', ja: 'メールアドレスの形式が正しくありません' },
  'no-consent': { en: 'No consent', ja: '配信への同意がありません' },
  unconfirmed: { en: 'The address is not confirmed', ja: 'メールアドレスが未確認です' },
  blocked: { en: 'The account is blocked', ja: 'アカウントがブロックされています' },
  suppressed: { en: 'Suppressed', ja: '配信停止' },
  'same-person': {
    en: 'Another account has the same address',
    ja: '同じアドレスの別アカウントがあります',
  },
  'no-id': { en: 'No id in the source', ja: '連携元にIDがありません' },
};

export const SUPPRESSION_WORDS: Readonly<Record<SuppressionReason, Said>> = {
  unsubscribed: { en: 'Unsubscribed', ja: '購読解除' },
  'hard-bounce': { en: 'The mailbox does not exist', ja: '宛先不明' },
  complaint: { en: 'Reported as spam', ja: '迷惑メール報告' },
  erased: { en: 'Erased', ja: '消去済み' },
  'by-hand': { en: 'Entered by hand', ja: '手動登録' },
};

/** Somebody with a name, in a sentence. */
export const CALLED: Readonly<Record<Language, (name: string) => string>> = {
  en: (name) => name,
  ja: (name) => `${name}さん`,
};

/** For the hands: somebody without an admin session. */
export const UNKNOWN_PERSON: Said = {
  en: 'Somebody who was not signed in (a program)',
  ja: '未ログインの操作（プログラム）',
};

/** For an admin user who is gone, or has no name. */
export const NAMELESS_PERSON: Said = { en: 'A former colleague', ja: '退職・削除済みのユーザー' };
