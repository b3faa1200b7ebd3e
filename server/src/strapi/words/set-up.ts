import type { DnsVerdict } from '../../domain/messages/dns-records';
import type { Said } from '../language';
import type { SetUpGap } from '../rooms/settings';

export const GAP_WORDS: Readonly<Record<SetUpGap, Said>> = {
  'public-url': {
    en: 'publicUrl is missing in config/plugins: where do readers reach this site?',
    ja: 'config/plugins に publicUrl（読者がアクセスできるURL）がありません。',
  },
  secret: {
    en: 'secret is missing in config/plugins: at least 32 random characters from the environment.',
    ja: 'config/plugins に secret（32文字以上のランダムな文字列）がありません。',
  },
  transport: {
    en: 'No transport is configured: which mail server takes the messages?',
    ja: '送信に使うメールサーバー（transports）が設定されていません。',
  },
  source: {
    en: 'There is no source: where do the readers come from? Make one under Lists, or set it up in config/plugins.',
    ja: '読者の連携元がありません。「リスト」の画面で追加するか、config/plugins の sources で設定してください。',
  },
  worker: {
    en: 'worker is off: this process sends nothing.',
    ja: 'worker が off のため、このプロセスは送信しません。',
  },
  proxy: {
    en: 'Strapi believes whatever address a client writes into X-Forwarded-For: set server.proxy.maxIpsCount, or allowList.trustedProxyHops here, to the number of your proxies. Until then the address of the proxy counts.',
    ja: 'X-Forwarded-For を偽装できる設定です。server.proxy.maxIpsCount か allowList.trustedProxyHops にプロキシの台数を設定してください。それまでは接続元としてプロキシのアドレスを使います。',
  },
  'approval-role': {
    en: 'approval.fromEachOf names a role that does not exist, so nothing can be countersigned',
    ja: 'approval.fromEachOf に存在しないロールが指定されているため、承認を完了できません',
  },
  identity: {
    en: 'The identity footer is missing: name, postal address, contact and why readers get this.',
    ja: '送信者情報（名称・住所・連絡先・受信理由）が未設定です。',
  },
  sender: { en: 'No sender is set up.', ja: '差出人が登録されていません。' },
};

export const DNS_WORDS: Readonly<Record<DnsVerdict, Said>> = {
  ok: { en: 'In order', ja: '正常' },
  missing: { en: 'There is no such record', ja: 'レコードがありません' },
  wrong: { en: 'The record does not fit', ja: 'レコードの内容が正しくありません' },
  unreachable: {
    en: 'The name servers cannot be reached from here',
    ja: 'DNSサーバーに接続できませんでした',
  },
  'no-key': {
    en: 'Countersign does not sign for this domain: there is no key for it in config/plugins',
    ja: 'このドメインの鍵が config/plugins にないため、Countersign は署名しません',
  },
};

export const TRANSPORT_FINE: Said = {
  en: 'The mail server answered as expected',
  ja: 'メールサーバーは正常に応答しました',
};
