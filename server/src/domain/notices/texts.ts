import type { Letter } from './letter';
import type { Occasion } from './occasions';

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
      'Newsletter tests and notices go only to addresses that their owner has confirmed. Somebody has asked for them from the admin account with this address.',
      'To confirm it, open this page and press the button:',
      link,
      'The link works for 24 hours. If it was not you, do nothing, and tell your administrator.',
    ],
  }),
  ja: (link) => ({
    subject: 'メールアドレスの確認をお願いします',
    paragraphs: [
      'メルマガのテストや通知は、本人が確認したアドレスにのみ送信されます。このアドレスの管理者アカウントから受け取りの依頼がありました。',
      '次のページを開き、ボタンを押して確認してください。',
      link,
      'リンクの有効期間は24時間です。心当たりがない場合は何もせず、管理者にお知らせください。',
    ],
  }),
};

/** Asks whoever reads this mailbox whether they want the newsletter. No word of theirs is in it: forms are for everybody. */
export const CONFIRM_SIGN_UP: Texts = {
  en: (link) => ({
    subject: 'Please confirm that you want our newsletter',
    paragraphs: [
      'Somebody has asked for our newsletter with this address.',
      'If it was you, open this page and press the button:',
      link,
      'The link works for 48 hours. If it was not you, do nothing: nothing will change.',
    ],
  }),
  ja: (link) => ({
    subject: 'メルマガ登録の確認をお願いします',
    paragraphs: [
      'このメールアドレスで、メルマガの登録申し込みがありました。',
      'お申し込みいただいた場合は、次のページを開き、ボタンを押して登録を完了してください。',
      link,
      'リンクの有効期間は48時間です。心当たりがない場合は、何もする必要はありません。登録状況は変わりません。',
    ],
  }),
};

/** Fixed texts: whoever reads the mailbox learns that something waits, and nothing of what. */
export const NOTICES: Readonly<Record<Occasion, Texts>> = {
  waits: {
    en: (link) => ({
      subject: 'A newsletter waits for your approval',
      paragraphs: ['A newsletter was submitted, and you may countersign it.', link],
    }),
    ja: (link) => ({
      subject: 'メルマガが承認を待っています',
      paragraphs: ['承認依頼が届いています。あなたが承認できるメルマガです。', link],
    }),
  },
  'ends-soon': {
    en: (link) => ({
      subject: 'A newsletter still waits for your approval',
      paragraphs: ['Its review ends within 24 hours. Then it has to be submitted again.', link],
    }),
    ja: (link) => ({
      subject: '承認期限が近いメルマガがあります',
      paragraphs: [
        '承認期限まで24時間を切りました。期限を過ぎると、再度の承認依頼が必要です。',
        link,
      ],
    }),
  },
  approved: {
    en: (link) => ({
      subject: 'Your newsletter is approved',
      paragraphs: ['The newsletter you submitted has been countersigned.', link],
    }),
    ja: (link) => ({
      subject: 'メルマガが承認されました',
      paragraphs: ['あなたが承認を依頼したメルマガが承認されました。', link],
    }),
  },
  'sent-back': {
    en: (link) => ({
      subject: 'Your newsletter was sent back',
      paragraphs: ['The newsletter you submitted was sent back. The reason is there:', link],
    }),
    ja: (link) => ({
      subject: 'メルマガが差し戻されました',
      paragraphs: [
        'あなたが承認を依頼したメルマガが差し戻されました。理由は次のページで確認できます。',
        link,
      ],
    }),
  },
};
