import type {
  CLOSED,
  RejectReason,
  SkipReason,
  TroubleReason,
} from '../../domain/delivery/outcome';
import type { Language, Said } from '../language';

type Because = SkipReason | RejectReason | TroubleReason | typeof CLOSED;

/** Why a reader did not get it, or why it takes longer. */
const BECAUSE_WORDS: Readonly<Record<Because, Said>> = {
  suppressed: { en: 'The address is suppressed', ja: '配信停止中のアドレスです' },
  unsubscribed: { en: 'The reader has unsubscribed', ja: '購読が解除されています' },
  'no-consent': {
    en: 'The reader is no longer on any of its lists',
    ja: '配信先のリストから外れています',
  },
  inactive: {
    en: 'The reader is on a list this newsletter leaves out',
    ja: '除外するリストに登録されたため、送信を見送りました',
  },
  erased: { en: 'The subscriber was erased', ja: '購読者は消去されました' },
  cancelled: { en: 'Sending was cancelled', ja: '配信が中止されました' },
  'bad-address': { en: 'The address cannot be used', ja: 'アドレスの形式が正しくありません' },
  'too-soon': {
    en: 'The reader wants fewer newsletters and had one lately',
    ja: '読者が配信頻度を制限しており、前回の配信から間もないため見送りました',
  },
  paused: { en: 'The reader takes a break', ja: '読者が配信を一時休止しています' },
  'no-such-mailbox': { en: 'The mailbox does not exist', ja: '宛先が存在しません' },
  'mailbox-full': { en: 'The mailbox is full', ja: '宛先の容量がいっぱいです' },
  'mailbox-disabled': { en: 'The mailbox is disabled', ja: '宛先が無効になっています' },
  'too-big': {
    en: 'The message is too big for this mailbox',
    ja: 'メールが大きすぎて拒否されました',
  },
  content: { en: 'The content was refused', ja: '内容が拒否されました' },
  refused: { en: 'The mail server refused it', ja: 'メールサーバーに拒否されました' },
  'gave-up': {
    en: 'It was tried for three days without success',
    ja: '3日間再送しましたが届きませんでした',
  },
  unreachable: { en: 'The mail server cannot be reached', ja: 'メールサーバーに接続できません' },
  tls: { en: 'No secure connection can be made', ja: '暗号化接続を確立できません' },
  auth: { en: 'The mail server refused our sign-in', ja: 'メールサーバーにログインできません' },
  policy: {
    en: 'The mail server refuses by its policy',
    ja: 'メールサーバーのポリシーにより拒否されました',
  },
  reputation: {
    en: 'The mail server distrusts our address',
    ja: '送信元の評価を理由に拒否されました',
  },
  protocol: {
    en: 'The mail server said something unexpected',
    ja: 'メールサーバーの応答が想定外です',
  },
  closed: { en: 'Closed by a person: not sent again', ja: '担当者が再送せずに完了としました' },
  'sender-refused': { en: 'The sender address was refused', ja: '差出人アドレスが拒否されました' },
};

const isBecause = (word: string): word is Because => Object.hasOwn(BECAUSE_WORDS, word);

/** In words, or the bare code of a row an older or newer version wrote. */
export function becauseText(because: string | null, language: Language): string | null {
  if (because === null) return null;
  return isBecause(because) ? BECAUSE_WORDS[because][language] : because;
}
