import type { Said } from '../language';
import type { ExportView } from '../rooms/exports';

export const EXPORT_STATE_WORDS: Readonly<Record<ExportView['state'], Said>> = {
  asked: { en: 'Waits for a second person', ja: '別の人の承認待ち' },
  allowed: { en: 'Allowed', ja: '承認済み' },
  refused: { en: 'Refused', ja: '却下' },
  withdrawn: { en: 'Withdrawn', ja: '取り下げ' },
  expired: { en: 'Time is over', ja: '期限切れ' },
};

/** Why an act on an export was refused. */
export const EXPORT_REFUSAL_WORDS = {
  'own-export': {
    en: 'You asked for this export, so another person has to decide.',
    ja: 'このエクスポートはあなたが申請したため、別の人の判断が必要です。',
  },
  'not-your-export': {
    en: 'Only the person who asked for this export can do this.',
    ja: 'この操作ができるのは、エクスポートを申請した本人だけです。',
  },
  'allower-gone': {
    en: 'The person who allowed this export may not do so any more. Ask for it again.',
    ja: 'このエクスポートを承認した人に、現在はその権限がありません。もう一度申請してください。',
  },
  'no-such-export': { en: 'There is no such export.', ja: 'このエクスポートは存在しません。' },
  'exports-off': {
    en: "Exports are off on this site. Whoever keeps its configuration turns them on with exports: 'on' in config/plugins.",
    ja: "このサイトではエクスポートが無効です。サイトの設定を管理している方が config/plugins に exports: 'on' と書くと有効になります。",
  },
  'export-not-allowed': {
    en: 'No second person has allowed this export.',
    ja: 'このエクスポートは別の人に承認されていません。',
  },
  'export-over': {
    en: 'The time of this export is over, or it was downloaded as often as it may be. Ask for a new one.',
    ja: 'このエクスポートは期限が切れたか、ダウンロード回数の上限に達しました。もう一度申請してください。',
  },
  'too-many-exports': {
    en: 'You have asked for as many exports as one person may in a day. More tomorrow.',
    ja: '1日に申請できるエクスポートの上限に達しました。明日またお試しください。',
  },
} as const satisfies Readonly<Record<string, Said>>;
