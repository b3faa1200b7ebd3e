import type { Said } from '../language';
import type { RefusalCode } from '../refusals';
import { EXPORT_REFUSAL_WORDS } from './exports';
import { IMPORT_REFUSAL_WORDS } from './imports';
import { LIST_REFUSALS } from './list-refusals';
import { SENDING_REFUSALS } from './sending-refusals';

/** Why not, and where there is one, the way on. */
export const REFUSAL_WORDS: Readonly<Record<RefusalCode, Said>> = {
  'not-signed-in': { en: 'Please sign in first.', ja: 'ログインしてください。' },
  'not-permitted': {
    en: 'Your role does not allow this. An administrator can grant it under Settings → Roles.',
    ja: 'この操作の権限がありません。管理者が「設定 → ロール」で付与できます。',
  },
  'address-not-allowed': {
    en: 'Newsletters cannot be reached from where you are: the address is not on the allow-list. Somebody who may change the newsletter settings can add it.',
    ja: '現在の接続元（IPアドレス）は許可リストにないため、メルマガを利用できません。メルマガの設定を変更できる人が追加できます。',
  },
  'never-published': {
    en: 'A campaign has no drafts to publish. Submit it for review instead.',
    ja: 'キャンペーンに公開の操作はありません。承認を依頼してください。',
  },
  'own-proposal': {
    en: 'You proposed this change, so another person has to confirm it.',
    ja: 'この変更はあなたが提案したため、別の人の確認が必要です。',
  },
  'not-yours': {
    en: 'Somebody else wrote this. Only they can take it back.',
    ja: 'ほかの人が書いたコメントです。取り消せるのは書いた本人だけです。',
  },
  'would-shut-out': {
    en: 'This list would shut you out: the address you come from is not on it.',
    ja: 'このリストには現在の接続元が含まれておらず、保存するとあなた自身が利用できなくなります。',
  },
  'no-address': {
    en: 'This is not an IP address.',
    ja: 'IPアドレスの形式が正しくありません。',
  },
  'not-in-person': {
    en: 'Only a person who has signed in can do this, never a token.',
    ja: 'この操作はログインした本人のみ可能で、トークンでは実行できません。',
  },
  'own-hand': {
    en: 'You had a hand in this, so somebody else must approve it.',
    ja: 'あなたはこの内容に関わったため、別の人の承認が必要です。',
  },
  'already-countersigned': {
    en: 'You have countersigned this already. It waits for somebody else as well.',
    ja: 'あなたはすでに承認しています。ほかの人の承認を待っています。',
  },
  'account-not-quiet': {
    en: 'Your account was changed lately by somebody who had a hand in this, so somebody else must approve it.',
    ja: 'この内容に関わった人が最近あなたのアカウントを変更したため、別の人の承認が必要です。',
  },
  'site-rule': {
    en: 'A rule of this site does not allow it.',
    ja: 'このサイトの規則により承認できません。',
  },
  'other-role-needed': {
    en: 'The signatures still missing have to come from people of another role.',
    ja: '残りの承認は、別のロールの人が行う必要があります。',
  },
  'no-such-campaign': { en: 'There is no such campaign.', ja: 'このキャンペーンは存在しません。' },
  'no-such-edition': { en: 'There is no such edition.', ja: 'この配信版は存在しません。' },
  'no-such-comment': { en: 'There is no such comment.', ja: 'このコメントは存在しません。' },
  'no-such-locale': {
    en: 'There is no version in this language.',
    ja: 'この言語の版はありません。',
  },
  'no-such-transport': {
    en: 'There is no transport of this name in the configuration.',
    ja: 'この名前のメールサーバーは設定されていません。',
  },
  'no-such-sender': { en: 'There is no such sender.', ja: 'この差出人は登録されていません。' },
  'not-found': { en: 'There is nothing here.', ja: '見つかりません。' },
  'already-open': {
    en: 'An edition of this campaign is already waiting, countersigned, held or being sent. Withdraw or cancel it first.',
    ja: 'このキャンペーンには承認待ち・承認済み・保留・配信中の配信版がすでにあります。先に取り下げるか、配信を中止してください。',
  },
  'changed-since-submitted': {
    en: 'The campaign was changed after it was submitted, so this review is void. Submit it again.',
    ja: '承認依頼の後にキャンペーンが変更されたため、この承認依頼は無効です。もう一度依頼してください。',
  },
  'not-in-review': {
    en: 'This edition is no longer waiting for an answer.',
    ja: 'この配信版はすでに承認待ちではありません。',
  },
  'wrong-state': {
    en: 'This cannot be done with the edition as it is now.',
    ja: '現在の状態の配信版にはこの操作を行えません。',
  },
  'somebody-was-first': {
    en: 'Somebody else was a moment earlier. Look again at what happened.',
    ja: '一足先に別の人が操作しました。現在の状態を確認してください。',
  },
  ...SENDING_REFUSALS,
  'test-not-accepted': {
    en: 'The mail server did not take the test. Settings → Newsletters → Transports and DNS says what is the matter.',
    ja: 'テストメールがメールサーバーに受け付けられませんでした。「設定 → メルマガ → メールサーバーとDNS」で状況を確認できます。',
  },
  'address-not-confirmed': {
    en: 'Tests go only to an address its owner has confirmed. We have sent you a mail with a link: open it, confirm, and ask for the test again.',
    ja: 'テストは本人が確認したアドレスにのみ送信されます。確認用のリンクをメールで送りました。リンク先で確認してから、もう一度テスト送信してください。',
  },
  'link-not-accepted': {
    en: 'Tests and notices go only to an address its owner has confirmed, and the mail server did not take the mail with the link. Settings → Newsletters → Transports and DNS says what is the matter.',
    ja: 'テストや通知は本人が確認したアドレスにのみ送信されますが、確認メールがメールサーバーに受け付けられませんでした。「設定 → メルマガ → メールサーバーとDNS」で状況を確認できます。',
  },
  'too-many-links': {
    en: 'Your address is not confirmed yet, and several mails with a link have gone to it today. Open the newest one, or ask again tomorrow.',
    ja: 'アドレスがまだ確認されていません。本日はすでに確認メールを数回送っています。最新のメールのリンクを開くか、明日またお試しください。',
  },
  'invalid-request': {
    en: 'Something in the request cannot be used.',
    ja: '送信された内容に使用できない値があります。',
  },
  problems: {
    en: 'There is something to mend before this can be submitted.',
    ja: '承認を依頼する前に直すところがあります。',
  },
  'too-many-comments': {
    en: 'There are 200 comments on this edition, and no more fit. Send it back, or talk to each other.',
    ja: 'この配信版のコメントは上限の200件に達しました。差し戻すか、直接相談してください。',
  },
  'comment-empty': { en: 'Please write something first.', ja: 'コメントを入力してください。' },
  'comment-too-long': {
    en: 'This comment is too long: 2,000 characters fit.',
    ja: 'コメントが長すぎます。2,000文字以内で入力してください。',
  },
  'reason-missing': { en: 'Please give a reason.', ja: '理由を入力してください。' },
  'sender-in-use': {
    en: 'A campaign still uses this sender. Choose another sender there first.',
    ja: 'この差出人を使っているキャンペーンがあります。先にキャンペーンの差出人を変更してください。',
  },
  'too-many-tests': {
    en: 'You have sent yourself all the tests of today. More tomorrow.',
    ja: '本日のテスト送信の上限に達しました。明日またお試しください。',
  },
  'no-metrics-library': {
    en: 'Metrics need the package prom-client: install it beside Countersign and start Strapi anew.',
    ja: 'メトリクスには prom-client パッケージが必要です。インストールして Strapi を再起動してください。',
  },
  'not-set-up': {
    en: 'The newsletter is not set up yet: its configuration is missing. Nothing is sent.',
    ja: 'メルマガの設定がまだ完了していないため、何も送信されません。',
  },
  ...LIST_REFUSALS,
  ...EXPORT_REFUSAL_WORDS,
  ...IMPORT_REFUSAL_WORDS,
};
