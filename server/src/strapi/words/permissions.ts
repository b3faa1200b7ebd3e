import type { Permission } from '../../names';
import type { Language, Said } from '../language';

/** What a right lets somebody do. */
export const PERMISSION_WORDS: Readonly<Record<Permission, Said>> = {
  'campaign.read': {
    en: 'See campaigns and editions, and stop everything',
    ja: 'キャンペーンと配信版の閲覧、すべて停止',
  },
  'campaign.write': {
    en: 'Write (besides the right on the Campaign type)',
    ja: 'キャンペーンの執筆',
  },
  'campaign.submit': { en: 'Submit for review and withdraw', ja: '承認の依頼と取り下げ' },
  'campaign.approve': { en: 'Countersign or send back', ja: '承認と差し戻し' },
  'campaign.schedule': { en: 'Start a countersigned edition', ja: '承認済みの配信版の配信開始' },
  'campaign.control': { en: 'Pause, resume and cancel', ja: '一時停止・再開・中止' },
  'subscriber.read': { en: 'See subscribers, masked', ja: '購読者の閲覧（アドレスは伏せ字）' },
  'subscriber.reveal': {
    en: 'Reveal one address, with a reason',
    ja: '理由を記録したうえでのアドレスの表示',
  },
  'subscriber.export': {
    en: 'Export the addresses of a list, and allow others to',
    ja: 'リストのアドレスのエクスポートと、その承認',
  },
  'subscriber.write': { en: 'Suppress and lift', ja: '配信停止の登録と解除' },
  'subscriber.erase': { en: 'Erase', ja: '購読者データの消去' },
  'list.read': { en: 'See lists and sources', ja: 'リストと連携元の閲覧' },
  'list.write': { en: 'Change lists', ja: 'リストの変更' },
  'list.sync': { en: 'Sync now', ja: 'リストの手動同期' },
  'report.read': { en: 'See reports', ja: 'レポートの閲覧' },
  'audit.read': { en: 'See the audit trail', ja: '監査ログの閲覧' },
  'settings.read': { en: 'See settings', ja: '設定の閲覧' },
  'settings.write': { en: 'Change settings', ja: '設定の変更' },
};

/** @param rights one, or several with `|` between of which one would do */
export const rightsText = (rights: string, language: Language): string =>
  rights
    .split('|')
    .map(
      (right) =>
        Object.entries(PERMISSION_WORDS).find(([known]) => known === right)?.[1][language] ?? right,
    )
    .join(language === 'ja' ? '、または' : ', or: ');
