import type { Letter } from './letter';

/** The language of a letter, by what the account says it prefers. */
export type LetterLanguage = 'en' | 'ja';

export const letterLanguage = (preferred: string | null): LetterLanguage =>
  /^ja(-|$)/i.test(preferred ?? '') ? 'ja' : 'en';

type Texts = Readonly<Record<LetterLanguage, (link: string) => Letter>>;

/** Asks the owner of an account whether its address is theirs. */
export const CONFIRM_ADDRESS: Texts = {
  en: (link) => ({
    subject: 'Please confirm your address',
    paragraphs: [
      'Newsletter tests and notices go only to addresses that their owner has confirmed. Somebody has asked for a test from the admin account with this address.',
      'To confirm it, open this page and press the button:',
      link,
      'The link works for 24 hours. If it was not you, do nothing, and tell your administrator.',
    ],
  }),
  ja: (link) => ({
    subject: 'メールアドレスの確認をお願いします',
    paragraphs: [
      'メルマガのテストや通知は、本人が確認したアドレスにのみ送信されます。このアドレスの管理者アカウントからテスト送信の依頼がありました。',
      '次のページを開き、ボタンを押して確認してください。',
      link,
      'リンクの有効期間は24時間です。心当たりがない場合は何もせず、管理者にお知らせください。',
    ],
  }),
};
