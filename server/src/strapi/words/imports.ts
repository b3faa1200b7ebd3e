import type { Said } from '../language';
import type { ImportView } from '../rooms/imports';

export const IMPORT_STATE_WORDS: Readonly<Record<ImportView['state'], Said>> = {
  filling: { en: 'Not submitted', ja: '未申請' },
  asked: { en: 'Waits for a second person', ja: '別の人の承認待ち' },
  allowed: { en: 'Being taken in', ja: '取り込み中' },
  done: { en: 'Taken in', ja: '取り込み済み' },
  refused: { en: 'Refused', ja: '却下' },
  withdrawn: { en: 'Withdrawn', ja: '取り下げ' },
  expired: { en: 'Time is over', ja: '期限切れ' },
};

/** Why an act on an import was refused. */
export const IMPORT_REFUSAL_WORDS = {
  'own-import': {
    en: 'You asked for this import, so another person has to decide.',
    ja: 'この取り込みはあなたが申請したため、別の人の判断が必要です。',
  },
  'not-your-import': {
    en: 'Only the person who asked for this import can do this.',
    ja: 'この操作ができるのは、取り込みを申請した本人だけです。',
  },
  'no-such-import': { en: 'There is no such import.', ja: 'この取り込みは存在しません。' },
  'import-over': {
    en: 'The time of this import is over. Its addresses are forgotten; bring the file again.',
    ja: 'この取り込みは期限切れのため、内容は破棄されました。ファイルをもう一度読み込んでください。',
  },
  'import-empty': {
    en: 'There is no e-mail address in the file.',
    ja: 'ファイルにメールアドレスが見つかりません。',
  },
  'import-too-big': {
    en: 'The file has more addresses than one import can hold. Bring it in parts.',
    ja: '1回の取り込みの上限を超えています。ファイルを分けて読み込んでください。',
  },
  'too-many-imports': {
    en: 'You have begun as many imports as one person may in a day. More tomorrow.',
    ja: '1日に開始できる取り込みの上限に達しました。明日以降にもう一度お試しください。',
  },
} as const satisfies Readonly<Record<string, Said>>;
