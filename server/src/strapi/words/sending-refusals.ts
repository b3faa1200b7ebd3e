import type { Said } from '../language';

/** Why an edition is not sent now, or one of its messages not again. */
export const SENDING_REFUSALS = {
  'not-countersigned': {
    en: 'A second person has not countersigned this edition yet.',
    ja: 'この配信版はまだ別の人に承認されていません。',
  },
  'too-early': {
    en: 'It is too early: the countersignature is valid from the wished time.',
    ja: '承認の有効期間がまだ始まっていません。',
  },
  'too-late': {
    en: 'It is too late: the time the countersignature was given for has passed.',
    ja: '承認の有効期間を過ぎています。',
  },
  held: {
    en: 'This edition is held. Its page says why.',
    ja: 'この配信版は保留されています。理由は詳細画面で確認できます。',
  },
  'stopped-everything': {
    en: 'Everything is stopped. Somebody who may pause and resume sending has to lift the stop first.',
    ja: '現在すべて停止中です。先に「一時停止・再開・中止」（Pause, resume and cancel）の権限がある人が停止を解除する必要があります。',
  },
  'not-uncertain': {
    en: 'This message is not uncertain any more: its outcome is known by now, or somebody decided on it.',
    ja: 'このメールはすでに結果不明ではありません。結果が判明したか、他の担当者が対応済みです。',
  },
  'already-running': { en: 'This is already running.', ja: 'すでに実行中です。' },
} as const satisfies Readonly<Record<string, Said>>;
