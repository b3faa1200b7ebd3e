import type { Language } from './language';

type Said = Readonly<Record<Language, string>>;

export const USAGE: Said = {
  en: `strapi-plugin-countersign <command>, in the folder of your Strapi app

  worker                  sends newsletters and serves nothing; ends at SIGTERM or SIGINT
  audit verify [--json]   looks whether anybody has touched the audit trail; changes nothing in it.
                          Ends with 0: whole, 1: something does not add up, 2: could not look
`,
  ja: `strapi-plugin-countersign <コマンド>（Strapi アプリのフォルダーで実行）

  worker                  メルマガの送信だけを行います。SIGTERM または SIGINT で終了します
  audit verify [--json]   監査ログが改ざんされていないか調べます。ログは変更しません。
                          終了コード  0：完全  1：不整合あり  2：確認できませんでした
`,
};

export const LOOKED_AT: Said = {
  en:
    'Looked at: each row against its signature and its seal, each seal against the one before, ' +
    'the notes of what went by age, the end against the mark kept outside of the database.',
  ja:
    '確認した内容：各行と署名・封印、封印どうしのつながり、保存期間による削除の記録、' +
    'データベース外に記録された末尾',
};

export const MORE: Readonly<Record<Language, (count: number) => string>> = {
  en: (count) => `and ${count} more`,
  ja: (count) => `ほか${count}件`,
};
