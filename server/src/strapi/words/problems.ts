import type { ProblemShown } from '../../contracts/shapes';
import type { CampaignProblem } from '../../domain/campaigns/problems';
import type { Language, Said } from '../language';

/** What is wrong with a request itself, found before the house was asked. */
export interface RequestProblem {
  readonly code: 'invalid';
  readonly level: 'error';
  /** e.g. `body.reason`. */
  readonly where: string;
  readonly locale: null;
  /** What would be right. Never the value: it may be an address. */
  readonly text: string;
}

export type Problem = CampaignProblem | RequestProblem;

/** One sentence for each problem; an excerpt of what is meant may follow it. */
export const PROBLEM_WORDS: Readonly<Record<Problem['code'], Said>> = {
  invalid: { en: 'This value cannot be used', ja: 'この値は使用できません' },
  'name-missing': { en: 'The campaign has no name', ja: 'キャンペーン名がありません' },
  'name-too-long': { en: 'The name is too long', ja: 'キャンペーン名が長すぎます' },
  'sender-missing': { en: 'No sender is chosen', ja: '差出人が選ばれていません' },
  'sender-unknown': {
    en: 'The sender is not in the settings any more',
    ja: '選ばれた差出人は設定に存在しません',
  },
  'reply-to-malformed': {
    en: 'The reply address is not an e-mail address',
    ja: '返信先がメールアドレスの形式ではありません',
  },
  'audience-missing': { en: 'No list is chosen', ja: '配信先のリストが選ばれていません' },
  'audience-malformed': { en: 'The audience cannot be read', ja: '配信先を読み取れません' },
  'audience-empty': {
    en: 'Nobody would get this: the audience is empty',
    ja: '配信先が0人です',
  },
  'list-unknown': {
    en: 'A list of the audience does not exist',
    ja: '存在しないリストが指定されています',
  },
  'segment-unknown': {
    en: 'A segment of the audience does not exist any more',
    ja: '存在しないセグメントが指定されています',
  },
  'segment-broken': {
    en: 'A segment of the audience asks for a list or an attribute that does not exist any more',
    ja: 'セグメントの条件に、存在しないリストまたは属性が含まれています',
  },
  'wished-time-malformed': { en: 'The wished time cannot be read', ja: '配信日時を読み取れません' },
  'wished-zone-unknown': {
    en: 'The time zone of the wished time is not known',
    ja: '配信日時のタイムゾーンが不明です',
  },
  'wished-time-never': {
    en: 'The wished time does not exist: the clocks go forward then',
    ja: '指定の日時は夏時間への切り替えにより存在しません',
  },
  'wished-time-twice': {
    en: 'The wished time comes twice: the clocks go back then',
    ja: '指定の日時は夏時間の終了により二度訪れます',
  },
  'wished-time-past': { en: 'The wished time has passed', ja: '配信日時がすでに過ぎています' },
  'identity-missing': {
    en: "The sender's identity (name, postal address, contact, reason) is not set up",
    ja: '送信者情報（名称・住所・連絡先・受信理由）が設定されていません',
  },
  'public-url-missing': {
    en: 'The public address of this site is not configured',
    ja: 'サイトの公開URLが設定されていません',
  },
  'secret-missing': { en: 'No secret is configured', ja: 'シークレットが設定されていません' },
  'transport-missing': {
    en: 'No mail transport is configured',
    ja: 'メールサーバーが設定されていません',
  },
  'picture-unknown': {
    en: 'A picture is not in the media library',
    ja: '画像がメディアライブラリにありません',
  },
  'picture-unreachable': { en: 'A picture cannot be read', ja: '画像を読み込めません' },
  'picture-too-big': { en: 'A picture is larger than 10 MB', ja: '画像が10MBを超えています' },
  'picture-not-an-image': {
    en: 'A picture is not a PNG, JPEG, GIF or WebP',
    ja: '画像の形式がPNG・JPEG・GIF・WebPのいずれでもありません',
  },
  'merge-unknown': {
    en: 'There is no such merge value',
    ja: '存在しない差し込み項目が使われています',
  },
  'merge-unclosed': { en: 'A merge value is not closed', ja: '差し込み項目が閉じられていません' },
  'merge-syntax': {
    en: 'A merge value cannot be read',
    ja: '差し込み項目の書式が正しくありません',
  },
  'merge-not-here': {
    en: 'A merge value cannot stand here',
    ja: 'この場所では差し込み項目を使えません',
  },
  'not-blocks': { en: 'The body cannot be read', ja: '本文を読み取れません' },
  'node-unknown': {
    en: 'The body holds something mail cannot show',
    ja: 'メールで表示できない要素が本文に含まれています',
  },
  'node-malformed': {
    en: 'A part of the body is broken',
    ja: '本文の一部が壊れています',
  },
  'too-deep': { en: 'The body is nested too deeply', ja: '本文の入れ子が深すぎます' },
  'link-refused': {
    en: 'A link cannot be used in mail',
    ja: 'メールで使用できないリンクがあります',
  },
  'link-insecure': {
    en: 'A link is not encrypted (http)',
    ja: '暗号化されていないリンク（http）です',
  },
  'image-not-frozen': {
    en: 'A picture has no frozen copy',
    ja: '画像の複製を作成できませんでした',
  },
  'image-no-alt': {
    en: 'A picture has no text for those who cannot see it',
    ja: '画像に代替テキストがありません',
  },
  'subject-empty': { en: 'The subject is empty', ja: '件名がありません' },
  'subject-long': {
    en: 'Most inboxes will cut this subject',
    ja: '件名が長く、途中で切れる可能性があります',
  },
  'subject-too-long': { en: 'The subject is too long', ja: '件名が長すぎます' },
  'body-empty': { en: 'The body is empty', ja: '本文がありません' },
  'html-clipped': {
    en: 'Gmail will cut this message and hide its end',
    ja: 'Gmailで本文の末尾が省略される大きさです',
  },
  'html-too-big': { en: 'The message is too big', ja: 'メールが大きすぎます' },
  'from-invalid': {
    en: 'The sender address is not an e-mail address',
    ja: '差出人がメールアドレスの形式ではありません',
  },
  'reply-to-invalid': {
    en: 'The reply address is not an e-mail address',
    ja: '返信先がメールアドレスの形式ではありません',
  },
  'list-id-invalid': { en: 'The list has no valid id', ja: 'リストの識別子が正しくありません' },
  'identity-incomplete': {
    en: "Something of the sender's identity is missing",
    ja: '送信者情報が不足しています',
  },
};

export function problemShown(problem: Problem, language: Language): ProblemShown {
  const { code, level, where, locale } = problem;
  return { code, level, where, locale, text: withExcerpt(problem, language) };
}

function withExcerpt({ code, text: excerpt }: Problem, language: Language): string {
  const sentence = PROBLEM_WORDS[code][language];
  if (excerpt === '') return sentence;
  return language === 'ja' ? `${sentence}：${excerpt}` : `${sentence}: ${excerpt}`;
}
