import type { Language } from '../language';

interface PageWords {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly button?: string;
}

type Pages = Readonly<Record<'ask' | 'done' | 'unknown' | 'notYet', PageWords>>;

export const UNSUBSCRIBE_PAGES: Readonly<Record<Language, Pages>> = {
  en: {
    ask: {
      title: 'Unsubscribe?',
      sentences: ['Press the button and you will get no more newsletters from us.'],
      button: 'Unsubscribe',
    },
    done: {
      title: 'You are unsubscribed',
      sentences: [
        'You will get no more newsletters from us.',
        'A message that is on its way already may still arrive.',
      ],
    },
    unknown: {
      title: 'This link does not work',
      sentences: [
        'Please open the link from the newsletter itself, in full, or write to the contact address that stands at its end.',
      ],
    },
    notYet: {
      title: 'This does not work right now',
      sentences: ['Please try again later, or write to the contact address of the newsletter.'],
    },
  },
  ja: {
    ask: {
      title: 'メルマガの配信を停止しますか？',
      sentences: ['ボタンを押すと、当方からのメルマガはすべて届かなくなります。'],
      button: '配信を停止する',
    },
    done: {
      title: '配信を停止しました',
      sentences: [
        '今後、当方からのメルマガは一切届きません。',
        'すでに送信処理中のメールは、行き違いで届く場合があります。',
      ],
    },
    unknown: {
      title: 'このリンクは使用できません',
      sentences: [
        'メルマガに記載されたリンクをもう一度そのまま開くか、メール末尾のお問い合わせ先までご連絡ください。',
      ],
    },
    notYet: {
      title: '現在この操作を行えません',
      sentences: ['しばらくしてからもう一度お試しいただくか、お問い合わせ先までご連絡ください。'],
    },
  },
};

export const CONFIRM_ADDRESS_PAGES: Readonly<Record<Language, Pages>> = {
  en: {
    ask: {
      title: 'Is this address yours?',
      sentences: [
        'Press the button to confirm it. Newsletter tests and notices can then be sent to you here.',
      ],
      button: 'Confirm my address',
    },
    done: {
      title: 'Your address is confirmed',
      sentences: [
        'You can close this page. If you wanted a test, ask for it again.',
        'If the address of your account changes, it must be confirmed anew.',
      ],
    },
    unknown: {
      title: 'This link does not work',
      sentences: [
        'It may be older than 24 hours, or the address of your account has changed since. Ask for a new one in the admin.',
      ],
    },
    notYet: {
      title: 'This does not work right now',
      sentences: ['Please try again later, or ask your administrator.'],
    },
  },
  ja: {
    ask: {
      title: 'このアドレスはあなたのものですか？',
      sentences: [
        'ボタンを押して確認すると、このアドレスでメルマガのテストや通知を受け取れるようになります。',
      ],
      button: 'アドレスを確認する',
    },
    done: {
      title: 'アドレスを確認しました',
      sentences: [
        'このページは閉じて構いません。テストが必要な場合は、もう一度送信してください。',
        'アカウントのアドレスを変更した場合は、あらためて確認が必要です。',
      ],
    },
    unknown: {
      title: 'このリンクは使用できません',
      sentences: [
        '24時間の有効期間が過ぎたか、その後アカウントのアドレスが変更されています。管理画面からもう一度リンクを依頼してください。',
      ],
    },
    notYet: {
      title: '現在この操作を行えません',
      sentences: ['しばらくしてからもう一度お試しいただくか、管理者にお問い合わせください。'],
    },
  },
};
