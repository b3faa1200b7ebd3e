import { ALLOW_LIST_SETTING } from '../../domain/access/saved-list';
import { STOP_SETTING } from '../../domain/delivery/stop';
import type { Language, Said } from '../language';

const SUBJECT_WORDS: Readonly<Record<string, Said>> = {
  edition: { en: 'Edition', ja: '配信版' },
  campaign: { en: 'Campaign', ja: 'キャンペーン' },
  subscriber: { en: 'Subscriber', ja: '購読者' },
  suppression: { en: 'Suppression', ja: '配信停止' },
  'suppression-import': { en: 'Import of suppressions', ja: '配信停止リストの取り込み' },
  segment: { en: 'Segment', ja: 'セグメント' },
  export: { en: 'Export', ja: 'エクスポート' },
  setting: { en: 'Setting', ja: '設定' },
  account: { en: 'Account', ja: 'アカウント' },
  source: { en: 'Source', ja: '連携元' },
  form: { en: 'Form', ja: 'フォーム' },
  audit: { en: 'Audit trail', ja: '監査ログ' },
  database: { en: 'Database', ja: 'データベース' },
};

const SETTING_WORDS: Readonly<Record<string, Said>> = {
  senders: { en: 'Senders', ja: '差出人' },
  identity: { en: 'Identity', ja: '送信者情報' },
  [ALLOW_LIST_SETTING]: { en: 'IP allow-list', ja: 'IP許可リスト' },
  [STOP_SETTING]: { en: 'Stop everything', ja: 'すべて停止' },
};

/** There is only one of each. */
const NAMELESS = ['audit', 'database'];

interface Subject {
  readonly kind: string;
  readonly id: string;
  readonly name?: string;
}

/** `Edition “Spring letter”`; without a name the end of the id, enough to tell two apart. */
export function subjectText({ kind, id, name }: Subject, language: Language): string {
  const word = SUBJECT_WORDS[kind]?.[language] ?? kind;
  if (NAMELESS.includes(kind)) return word;
  const called =
    kind === 'setting'
      ? SETTING_WORDS[id]?.[language]
      : ['form', 'source'].includes(kind)
        ? id
        : name;
  if (called === undefined) return `${word} …${id.slice(-6)}`;
  return language === 'ja' ? `${word}「${called}」` : `${word} “${called}”`;
}
