import type { Language } from '../language';

export type SignUpPage =
  | 'asked'
  | 'badAddress'
  | 'tooMany'
  | 'confirm'
  | 'done'
  | 'unknown'
  | 'notYet';

interface PageWords {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly button?: string;
}

export const SIGN_UP_PAGES: Readonly<Record<Language, Readonly<Record<SignUpPage, PageWords>>>> = {
  en: {
    asked: {
      title: 'Please look into your mailbox',
      sentences: [
        'If the address can get our newsletter, a mail with a link is on its way. Open the link and press the button there.',
        'Nothing there after some minutes? Look among the spam, and check the spelling of the address.',
      ],
    },
    badAddress: {
      title: 'This is not an e-mail address',
      sentences: ['Please go back, check its spelling, and try again.'],
    },
    tooMany: {
      title: 'Too many requests just now',
      sentences: ['Please wait a minute and try again.'],
    },
    confirm: {
      title: 'Do you want our newsletter?',
      sentences: ['Press the button and you will get it. Each one has a link to leave again.'],
      button: 'Yes, send it to me',
    },
    done: {
      title: 'Welcome',
      sentences: ['You will get the next newsletter. You can close this page.'],
    },
    unknown: {
      title: 'This link does not work',
      sentences: ['It may be older than 48 hours. Please fill in the form once more.'],
    },
    notYet: {
      title: 'This does not work right now',
      sentences: ['Please try again later.'],
    },
  },
  ja: {
    asked: {
      title: '確認メールをご覧ください',
      sentences: [
        'メルマガをお届けできるアドレスの場合、確認用のリンクを記載したメールをお送りします。リンク先のページでボタンを押すと、登録が完了します。',
        '数分待ってもメールが届かない場合は、迷惑メールフォルダーとアドレスの入力内容をご確認ください。',
      ],
    },
    badAddress: {
      title: 'メールアドレスの形式が正しくありません',
      sentences: ['前のページに戻り、入力内容を確認してからもう一度お試しください。'],
    },
    tooMany: {
      title: '受付が混み合っています',
      sentences: ['1分ほど待ってから、もう一度お試しください。'],
    },
    confirm: {
      title: 'メルマガに登録しますか？',
      sentences: [
        'ボタンを押すと、登録が完了します。配信はいつでもメール内のリンクから停止できます。',
      ],
      button: '登録する',
    },
    done: {
      title: '登録が完了しました',
      sentences: ['次回の配信からお届けします。このページは閉じて構いません。'],
    },
    unknown: {
      title: 'このリンクは使用できません',
      sentences: [
        '48時間の有効期間が過ぎている可能性があります。もう一度フォームからお申し込みください。',
      ],
    },
    notYet: {
      title: '現在この操作を行えません',
      sentences: ['しばらくしてからもう一度お試しください。'],
    },
  },
};
