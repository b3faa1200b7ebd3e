import type { Said } from '../language';
import type { RefusalCode } from '../refusals';

/** Of readers, and of what says who they are: lists, sources, segments, suppressions. */
export const LIST_REFUSALS = {
  'no-such-subscriber': { en: 'There is no such subscriber.', ja: 'この購読者は存在しません。' },
  'no-such-list': { en: 'There is no such list.', ja: 'このリストは存在しません。' },
  'no-such-suppression': {
    en: 'This address is not suppressed.',
    ja: 'このアドレスは配信停止になっていません。',
  },
  'stays-suppressed': {
    en: 'The reader complained or was erased. This cannot be lifted by anybody.',
    ja: '迷惑メール報告または消去による配信停止は、誰も解除できません。',
  },
  'bad-address': {
    en: 'This is not an e-mail address.',
    ja: 'メールアドレスの形式が正しくありません。',
  },
  'no-such-form': { en: 'There is no such form.', ja: 'このフォームはありません。' },
  'no-such-source': { en: 'There is no such source.', ja: 'この連携元はありません。' },
  'type-not-readable': {
    en: 'You may not read all of these people in the Content Manager, so you cannot make a list of them. An administrator can grant it under Settings → Roles.',
    ja: 'このデータをコンテンツマネージャーですべて閲覧する権限がないため、連携元にできません。管理者が「設定 → ロール」で付与できます。',
  },
  'source-in-configuration': {
    en: 'This source is set up in the configuration and is changed only there.',
    ja: 'この連携元は設定ファイルで登録されているため、変更もそこでのみ行えます。',
  },
  'source-leaving': {
    en: 'This source was removed; its people are leaving the list.',
    ja: 'この連携元は削除済みで、読者をリストから外している途中です。',
  },
  'source-taken': {
    en: 'There is, or was, a source of this name. Choose another.',
    ja: 'この名前の連携元はすでにあるか、以前使われていました。別の名前にしてください。',
  },
  'attribute-torn': {
    en: 'Another source gives an attribute of this name another kind. Choose another name.',
    ja: '同じ名前で種類の異なる属性が、別の連携元にあります。別の名前にしてください。',
  },
  'attributes-full': {
    en: 'A site can have at most ten attributes of a kind (text, number, yes or no, date), and they are all taken. Remove one from a source first.',
    ja: '属性は種類（テキスト・数値・はい／いいえ・日付）ごとに10個までで、すでに上限に達しています。先に連携元から属性を外してください。',
  },
  'list-taken': {
    en: 'There is a list of this name already. Choose it, or another name.',
    ja: 'この名前のリストはすでにあります。そのリストを選ぶか、別の名前にしてください。',
  },
  'changed-meanwhile': {
    en: 'Somebody has changed this since you opened it. Reload the page to see what it is now; nothing of yours was saved.',
    ja: '画面を開いたあとに、別の人が変更しました。変更内容は保存されていません。ページを再読み込みして、現在の内容を確認してください。',
  },
  'segment-unknown': { en: 'There is no such segment.', ja: 'このセグメントは存在しません。' },
  'segment-name-taken': {
    en: 'Another segment has this name. Please choose a different one.',
    ja: '同じ名前のセグメントがすでにあります。別の名前を付けてください。',
  },
  'segment-in-use': {
    en: 'A campaign still uses this segment. Take it out of the audience there first.',
    ja: 'このセグメントを使っているキャンペーンがあります。先に配信先から外してください。',
  },
  'segment-rule': {
    en: 'The rule names a list or an attribute that does not exist, or is too large.',
    ja: '条件に存在しないリストや属性が含まれているか、条件が複雑すぎます。',
  },
  'run-moved-on': {
    en: 'The source has been looked at again since; the numbers may be others now. Look again before you answer.',
    ja: 'その後に同期がやり直され、人数が変わっている可能性があります。最新の内容を確認してからもう一度操作してください。',
  },
  'too-many-looks': {
    en: 'You have opened as many addresses and files as one person may in an hour. Please try again later.',
    ja: '1時間に表示できるアドレスとデータの件数の上限に達しました。しばらくしてからもう一度お試しください。',
  },
} as const satisfies Partial<Record<RefusalCode, Said>>;
