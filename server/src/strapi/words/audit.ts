import type { Door } from '../../domain/access/asking';
import type { Act } from '../../domain/audit/entry';
import type { Finding, FindingKind, Verification } from '../../domain/audit/findings';
import type { Language, Said } from '../language';
import { rightsText } from './permissions';

export const ACT_WORDS: Readonly<Record<Act, Said>> = {
  'campaign.test': { en: 'Test sent to oneself', ja: 'テスト送信（本人宛）' },
  'edition.submit': { en: 'Submitted for review', ja: '承認を依頼' },
  'edition.approve': { en: 'Countersigned', ja: '承認' },
  'edition.send-back': { en: 'Sent back', ja: '差し戻し' },
  'edition.withdraw': { en: 'Withdrawn', ja: '取り下げ' },
  'edition.expire': { en: 'Review expired', ja: '承認期限切れ' },
  'edition.void': {
    en: 'Review void: the campaign or its list changed',
    ja: '内容または配信先の変更により承認依頼が無効',
  },
  'comment.add': { en: 'Comment written', ja: 'コメントを投稿' },
  'comment.take-back': { en: 'Comment taken back', ja: 'コメントを取り消し' },
  'edition.start': { en: 'Sending started', ja: '配信を開始' },
  'edition.begin': { en: 'Readers collected, first messages out', ja: '配信先を確定し送信開始' },
  'edition.hold': { en: 'Held', ja: '保留' },
  'edition.pause': { en: 'Paused', ja: '一時停止' },
  'edition.resume': { en: 'Resumed', ja: '再開' },
  'edition.cancel': { en: 'Cancelled', ja: '中止' },
  'edition.finish': { en: 'Sending finished', ja: '配信完了' },
  'edition.reopen': { en: 'Sending opened again for one reader', ja: '1件の再送のため配信を再開' },
  'delivery.close': {
    en: 'Uncertain message closed, not sent again',
    ja: '結果不明を再送せず完了',
  },
  'delivery.resend': { en: 'Uncertain message sent again', ja: '結果不明のメールを再送' },
  'stop.everything': { en: 'Everything stopped', ja: 'すべて停止' },
  'stop.lift': { en: 'Stop lifted', ja: '全停止を解除' },
  'subscriber.suppress': { en: 'Suppressed', ja: '配信停止に登録' },
  'subscriber.lift': { en: 'Suppression lifted', ja: '配信停止を解除' },
  'subscriber.reveal': { en: 'Address looked at', ja: 'アドレスを表示' },
  'subscriber.access': {
    en: 'File of all data on a person made',
    ja: '本人データのファイルを作成',
  },
  'subscriber.erase': { en: 'Personal data erased', ja: '個人データを消去' },
  'subscriber.search': { en: 'Searched for an address', ja: 'アドレスで検索' },
  'subscriber.space': {
    en: 'How often, chosen by the reader',
    ja: '読者が配信頻度を選択',
  },
  'subscriber.pause': { en: 'Break begun by the reader', ja: '読者が配信を一時休止' },
  'subscriber.resume': { en: 'Break ended by the reader', ja: '読者が配信を再開' },
  'subscriber.language': { en: 'Language chosen by the reader', ja: '読者が言語を選択' },
  'subscriber.choose': { en: 'Lists chosen by the reader', ja: '読者がリストを選択' },
  'import.begin': { en: 'Import of suppressions begun', ja: '配信停止リストの取り込みを開始' },
  'import.ask': { en: 'Asked for an import of suppressions', ja: '配信停止リストの取り込みを申請' },
  'import.allow': { en: 'Import of suppressions allowed', ja: '配信停止リストの取り込みを承認' },
  'import.refuse': { en: 'Import of suppressions refused', ja: '配信停止リストの取り込みを却下' },
  'import.withdraw': {
    en: 'Import of suppressions withdrawn',
    ja: '配信停止リストの取り込み申請を取り下げ',
  },
  'import.done': { en: 'Import of suppressions finished', ja: '配信停止リストの取り込みが完了' },
  'export.ask': { en: 'Asked for an export of addresses', ja: 'エクスポートを申請' },
  'export.allow': { en: 'Export of addresses allowed', ja: 'エクスポートを承認' },
  'export.refuse': { en: 'Export of addresses refused', ja: 'エクスポートを却下' },
  'export.withdraw': { en: 'Export of addresses withdrawn', ja: 'エクスポートの申請を取り下げ' },
  'export.download': { en: 'Export of addresses downloaded', ja: 'エクスポートをダウンロード' },
  'list.let-go': { en: 'People let go from a list', ja: 'リストから外すことを許可' },
  'list.keep': { en: 'A list left as it is', ja: 'リストをそのまま維持' },
  'segment.create': { en: 'Segment made', ja: 'セグメントを作成' },
  'segment.change': { en: 'Segment changed', ja: 'セグメントを変更' },
  'segment.remove': { en: 'Segment removed', ja: 'セグメントを削除' },
  'source.create': { en: 'Source made', ja: '連携元を作成' },
  'source.change': { en: 'Source changed', ja: '連携元を変更' },
  'source.remove': { en: 'Source removed', ja: '連携元を削除' },
  'settings.senders': { en: 'Senders changed', ja: '差出人を変更' },
  'settings.identity': { en: 'Identity footer changed', ja: '送信者情報を変更' },
  'allow-list.begin': { en: 'First IP allow-list set', ja: 'IP許可リストを初めて設定' },
  'allow-list.propose': {
    en: 'Change of the IP allow-list proposed',
    ja: 'IP許可リストの変更を提案',
  },
  'allow-list.confirm': {
    en: 'Change of the IP allow-list confirmed',
    ja: 'IP許可リストの変更を確定',
  },
  'allow-list.discard': {
    en: 'Change of the IP allow-list discarded',
    ja: 'IP許可リストの変更案を破棄',
  },
  'allow-list.refuse': {
    en: 'Came from an address not allowed',
    ja: '許可されていない接続元からのアクセス',
  },
  'account.change': { en: 'Admin account changed', ja: '管理者アカウントを変更' },
  'address.ask': { en: 'Asked to confirm their address', ja: 'アドレスの確認メールを送信' },
  'sign-up.confirm': { en: 'Sign-up confirmed', ja: '登録の確認' },
  'address.confirm': { en: 'Address confirmed', ja: 'アドレスを確認済みに変更' },
  'audit.drop': { en: 'Old rows of the audit trail dropped', ja: '古い監査ログを削除' },
  'database.restored': {
    en: 'The database is older than was known, or another one',
    ja: 'データベースが以前の状態、または別のものでした',
  },
  'database.unmarked': {
    en: 'Started without a high-water mark',
    ja: '最終封印の記録がない状態で起動',
  },
};

/** What is no act of ours is the permission somebody asked for at a door and did not hold. */
export const actText = (act: string, language: Language): string =>
  Object.entries(ACT_WORDS).find(([known]) => known === act)?.[1][language] ??
  ASKED[language](rightsText(act, language));

const ASKED: Readonly<Record<Language, (rights: string) => string>> = {
  en: (rights) => `Asked without the right: ${rights}`,
  ja: (rights) => `権限のない操作：${rights}`,
};

export const DOOR_WORDS: Readonly<Record<Door, Said>> = {
  admin: { en: 'Signed in', ja: '管理画面' },
  'admin-token': { en: 'Admin token', ja: '管理者トークン' },
  'content-api-token': { en: 'API token', ja: 'APIトークン' },
  'users-permissions': { en: 'User of the site', ja: 'サイトのユーザー' },
  public: { en: 'Without signing in', ja: '未ログイン' },
  house: { en: 'By itself', ja: '自動処理' },
  unknown: { en: 'Unknown', ja: '不明' },
};

export const doorText = (door: string, language: Language): string =>
  Object.entries(DOOR_WORDS).find(([known]) => known === door)?.[1][language] ?? door;

export const RESULT_WORDS: Readonly<Record<'done' | 'noted', Said>> = {
  done: { en: 'Done', ja: '完了' },
  noted: { en: 'Noted', ja: '記録のみ' },
};

/** After the sentence of a refusal's code, which says the reason. */
export const REFUSED: Said = { en: 'Refused', ja: '拒否' };

export const FINDING_WORDS: Readonly<Record<FindingKind, Said>> = {
  changed: { en: 'was changed after it was sealed', ja: '封印後に変更されています' },
  removed: { en: 'was removed', ja: '削除されています' },
  inserted: { en: 'was not written by Countersign', ja: 'Countersign が書いた行ではありません' },
  'seal-removed': { en: 'seals before this place are gone', ja: 'この位置の前の封印がありません' },
  'seal-forged': {
    en: 'has a seal that was not made with our key, or stands in another place',
    ja: '正しい鍵で作られていない、または位置の異なる封印です',
  },
  shortened: {
    en: 'the end of the trail that is known outside of the database is gone',
    ja: 'データベース外に記録された末尾が失われています',
  },
  replaced: {
    en: 'there is another history than is known outside of the database',
    ja: 'データベース外の記録と異なる履歴になっています',
  },
};

export function findingText({ kind, rowId, seq }: Finding, language: Language): string {
  const what = FINDING_WORDS[kind][language];
  const place = PLACE[language](rowId, seq);
  return language === 'ja' ? `${place}：${what}` : `${place}: ${what}`;
}

const PLACE: Readonly<Record<Language, (rowId: string | null, seq: number | null) => string>> = {
  en: (rowId, seq) =>
    [rowId === null ? '' : `row ${rowId}`, seq === null ? '' : `place ${seq}`]
      .filter(Boolean)
      .join(', '),
  ja: (rowId, seq) =>
    [rowId === null ? '' : `行 ${rowId}`, seq === null ? '' : `位置 ${seq}`]
      .filter(Boolean)
      .join('、'),
};

export const verificationText = (
  { isWhole, sealed, unsealed, found }: Verification,
  language: Language,
): string => (isWhole ? WHOLE : NOT_WHOLE)[language]({ sealed, unsealed, found });

type Counted = Pick<Verification, 'sealed' | 'unsealed' | 'found'>;
type Counting = Readonly<Record<Language, (counted: Counted) => string>>;

const WHOLE: Counting = {
  en: ({ sealed, unsealed }) =>
    `The audit trail is whole: ${sealed} rows are as they were sealed; ` +
    `${unsealed} of the newest have no seal yet.`,
  ja: ({ sealed, unsealed }) =>
    `監査ログは完全です。封印済みの${sealed}行に変更はありません。未封印の最新の行：${unsealed}行`,
};

const NOT_WHOLE: Counting = {
  en: ({ sealed, found }) =>
    `The audit trail has been tampered with: ${found} ${found === 1 ? 'thing does' : 'things do'} ` +
    `not add up in ${sealed} places.`,
  ja: ({ sealed, found }) =>
    `監査ログが改ざんされています。${sealed}件中${found}件の不整合があります。`,
};

export const notesOf = (
  { isMarked, isAppendOnly, dropped }: Verification,
  language: Language,
): string[] => [
  (isAppendOnly ? APPEND_ONLY : NOT_APPEND_ONLY)[language],
  (isMarked ? MARKED : UNMARKED)[language],
  ...(dropped > 0 ? [DROPPED[language](dropped)] : []),
];

const APPEND_ONLY: Said = {
  en: 'The database itself refuses to change or remove rows.',
  ja: 'データベース自体も行の変更と削除を拒否します。',
};
const NOT_APPEND_ONLY: Said = {
  en: 'The database does not refuse changes itself (no triggers); the seals would show them.',
  ja: 'データベースのトリガーがないため変更自体は拒否されませんが、封印により検出できます。',
};
const MARKED: Said = {
  en: 'The end was compared with the mark kept outside of the database.',
  ja: '末尾はデータベース外の記録と照合済みです。',
};
const UNMARKED: Said = {
  en: 'No mark was found outside of the database: that the newest rows were not cut off cannot be told here. Compare with the newest seal in the log.',
  ja: 'データベース外の記録がないため、末尾の行が削除されていないかは確認できません。ログにある最新の封印と比べてください。',
};
const DROPPED: Readonly<Record<Language, (dropped: number) => string>> = {
  en: (dropped) => `Rows up to place ${dropped} went by age; their seals are there.`,
  ja: (dropped) => `位置${dropped}までの行は保存期間を過ぎて削除されました（封印は残っています）。`,
};
