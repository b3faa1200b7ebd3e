import type { HeldReason } from '../../domain/editions/edition';
import type { EditionState } from '../../domain/editions/states';
import type { Said } from '../language';

export const STATE_WORDS: Readonly<Record<EditionState, Said>> = {
  'in-review': { en: 'Waiting for a second person', ja: '承認待ち' },
  approved: { en: 'Countersigned', ja: '承認済み' },
  scheduled: { en: 'Scheduled', ja: '配信予約済み' },
  freezing: { en: 'Collecting the readers', ja: '配信先を確定中' },
  sending: { en: 'Being sent', ja: '配信中' },
  paused: { en: 'Paused', ja: '一時停止中' },
  held: { en: 'Held', ja: '保留' },
  sent: { en: 'Sent', ja: '配信完了' },
  'sent-back': { en: 'Sent back', ja: '差し戻し' },
  withdrawn: { en: 'Withdrawn', ja: '取り下げ' },
  expired: { en: 'Nobody answered in time', ja: '承認期限切れ' },
  void: {
    en: 'Void: the campaign, or a source that decides who gets it, was changed',
    ja: '無効（内容、または配信先を決める連携元が変更されました）',
  },
  cancelled: { en: 'Cancelled', ja: '中止' },
};

export const HELD_WORDS: Readonly<Record<HeldReason, Said>> = {
  late: {
    en: 'Held: the time it was countersigned for has passed',
    ja: '保留：承認された時刻を過ぎました',
  },
  drift: {
    en: 'Held: the number of readers differs too much from what the approver was shown',
    ja: '保留：配信先の人数が承認時から大きく変わりました',
  },
  fingerprint: {
    en: 'Held: the frozen content is not what was countersigned',
    ja: '保留：固定した内容が承認時と一致しません',
  },
  seal: { en: 'Held: the countersignature is not valid', ja: '保留：承認署名が正しくありません' },
  approver: {
    en: 'Held: who countersigned it may no longer do so',
    ja: '保留：承認した人に、現在は承認の資格がありません',
  },
  roles: {
    en: 'Held: whoever countersigned it for a role that must approve no longer has that role',
    ja: '保留：承認者が、承認に必要なロールを現在持っていません',
  },
  rule: {
    en: 'Held: a rule of this site does not allow it any more',
    ja: '保留：このサイトの規則により配信できません',
  },
  segment: {
    en: 'Held: a segment asks for something that no source says any more, or for a list that is gone. Correct the segment or bring back what is gone, cancel this edition and submit the campaign again',
    ja: '保留：セグメントの条件が参照する属性またはリストがなくなりました。条件を直すか、なくなった属性・リストを元に戻したうえで、この配信版を中止し、もう一度承認を依頼してください',
  },
  repointed: {
    en: 'Held: a source that decides who gets it was made, changed or removed while its readers were being collected. Nothing has been sent. Cancel this edition and submit the campaign again',
    ja: '保留：配信先を確定している間に、配信先を決める連携元が作成・変更・削除されました。まだ配信されていません。この配信版を中止し、もう一度承認を依頼してください',
  },
  instance: {
    en: 'Held: this is not the installation it was countersigned on',
    ja: '保留：承認された環境と異なります',
  },
  restored: {
    en: 'Held: this database is older than what is known here, as after a backup was restored. Readers written to since the backup would get it twice',
    ja: '保留：データベースが以前の状態に戻っています（バックアップの復元など）。それ以降に届いた読者には二重に届くおそれがあります',
  },
  transport: {
    en: 'Held: the mail server has trouble',
    ja: '保留：メールサーバーに問題があります',
  },
};
