import type { SpacingDays } from '../../domain/subscribers/spacing';
import type { Language, Said } from '../language';

/** On the unsubscribe page. */
export const CHOOSE_INSTEAD: Said = {
  en: 'Choose your newsletters, see or erase your data',
  ja: '購読するメルマガの選択、個人データの確認・消去',
};

interface PreferenceWords {
  readonly title: string;
  readonly saved: string;
  readonly tooOften: string;
  readonly isOut: string;
  readonly onNoList: string;
  readonly lists: string;
  readonly save: string;
  readonly language: string;
  readonly saveLanguage: string;
  readonly often: string;
  readonly asTheyCome: string;
  atMostEvery(days: SpacingDays): string;
  readonly saveOften: string;
  readonly pause: string;
  pauseFor(days: number): string;
  isPaused(day: string): string;
  readonly resume: string;
  readonly leaving: string;
  readonly leaveAll: string;
  readonly data: string;
  readonly download: string;
  readonly erase: string;
  readonly eraseTitle: string;
  readonly eraseSentences: readonly string[];
  readonly eraseYes: string;
  readonly back: string;
  readonly eraseSure: string;
  readonly erasedTitle: string;
  readonly erasedSentences: readonly string[];
}

export const PREFERENCE_WORDS: Readonly<Record<Language, PreferenceWords>> = {
  en: {
    title: 'Your newsletters',
    tooOften:
      'Nothing was changed: there were too many changes in a short time. Please come back in ten minutes. You can unsubscribe from everything, or erase your data, at any time.',
    saved: 'Saved. A message that is on its way already may still arrive.',
    isOut: 'You get no newsletters from us.',
    onNoList: 'You are on no list.',
    lists: 'I want to get',
    save: 'Save',
    language: 'I read them in',
    saveLanguage: 'Save the language',
    often: 'How often',
    asTheyCome: 'Every newsletter',
    atMostEvery: (days) => (days === 7 ? 'At most one a week' : 'At most one in four weeks'),
    saveOften: 'Save how often',
    pause: 'A break',
    pauseFor: (days) => `Nothing for ${days} days`,
    isPaused: (day) =>
      `You take a break until ${day}. What we send before then does not come to you.`,
    resume: 'End the break now',
    leaving: 'No newsletters at all',
    leaveAll: 'Unsubscribe from everything',
    data: 'Your data',
    download: 'Download my data',
    erase: 'Erase my data…',
    eraseTitle: 'Erase your data?',
    eraseSentences: [
      'Your address, your name and your language are removed here for good, and you will get no more newsletters, also if you sign up again later.',
      'A code made from your address stays, so that nobody adds you again by mistake. An account that you may have on our site stays as well.',
    ],
    eraseSure: 'Yes, I want my data erased',
    eraseYes: 'Erase my data for good',
    back: 'Back, change nothing',
    erasedTitle: 'Your data is erased',
    erasedSentences: ['We hold neither your address nor your name for newsletters any more.'],
  },
  ja: {
    title: 'メルマガの設定',
    tooOften:
      '変更は行われていません。短時間に多くの操作がありました。10分ほどおいてからもう一度お試しください。すべての配信停止とデータの消去は、いつでも行えます。',
    saved: '保存しました。すでに送信処理中のメールは、行き違いで届く場合があります。',
    isOut: 'メルマガの配信は停止されています。',
    onNoList: '登録中のリストはありません。',
    lists: '購読するメルマガ',
    save: '保存する',
    language: 'メルマガの言語',
    saveLanguage: '言語を保存する',
    often: '配信頻度',
    asTheyCome: 'すべて受け取る',
    atMostEvery: (days) => (days === 7 ? '週に1通まで' : '4週間に1通まで'),
    saveOften: '配信頻度を保存する',
    pause: '一時休止',
    pauseFor: (days) => `${days}日間休止する`,
    isPaused: (day) => `${day}まで休止中です。それまでに配信されるメルマガは届きません。`,
    resume: '配信を再開する',
    leaving: '配信停止',
    leaveAll: 'すべての配信を停止する',
    data: '個人データ',
    download: '自分のデータをダウンロード',
    erase: '自分のデータを消去…',
    eraseTitle: '個人データを消去しますか？',
    eraseSentences: [
      'メールアドレス、氏名、言語の情報を完全に削除します。今後は、あらためて登録した場合でもメルマガは届きません。',
      '誤って再登録されることを防ぐため、アドレスから作られた符号だけが残ります。サイトのアカウントをお持ちの場合、アカウントは削除されません。',
    ],
    eraseSure: '消去に同意します',
    eraseYes: '完全に消去する',
    back: '消去せずに戻る',
    erasedTitle: '個人データを消去しました',
    erasedSentences: ['メルマガ配信用のメールアドレスと氏名は、当方には残っていません。'],
  },
};
