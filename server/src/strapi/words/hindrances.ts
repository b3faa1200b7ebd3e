import type { Report } from '../../contracts/reports';
import type { Hindrances, SlowedGroup } from '../../domain/reports/hindrances';
import type { Language } from '../language';
import { becauseText } from './deliveries';

type Shown = Report['hindrances'][number];

/** Why it takes longer, in sentences. */
export const hindrancesShown = (
  { slowed, resting, full }: Hindrances,
  language: Language,
): Report['hindrances'] => [
  ...resting.map(({ id, because, until }): Shown => {
    const why = becauseText(because, language) ?? because;
    const text = {
      en: `Mail server “${id}” is resting: ${why}.`,
      ja: `メールサーバー「${id}」は休止中です（${why}）。`,
    };
    return { what: 'transport', text: text[language], until };
  }),
  ...full.map(({ id, until }): Shown => {
    const text = {
      en: `Mail server “${id}” has sent as many messages today as it may.`,
      ja: `メールサーバー「${id}」は本日の送信上限に達しました。`,
    };
    return { what: 'transport', text: text[language], until };
  }),
  ...slowed.map(
    (group): Shown => ({
      what: 'provider',
      text: slowedText(group)[language],
      until: group.restsUntil,
    }),
  ),
];

function slowedText({ name, because, perMinute, restsUntil }: SlowedGroup) {
  if (restsUntil === null) {
    return {
      en: `${name} asked us to slow down: it gets ${perMinute} a minute for now, and slowly more again.`,
      ja: `${name}から送信速度の制限を求められたため、現在は毎分${perMinute}通に抑え、徐々に戻します。`,
    };
  }
  return {
    en: `${name} refuses us (${REFUSES[because].en}): nothing goes out to it for now. No reader is lost.`,
    ja: `${name}に受信を拒否されました（${REFUSES[because].ja}）。一時的に送信を止めています。読者が配信先から外れることはなく、再開後に送信します。`,
  };
}

const REFUSES = {
  'slow-down': { en: 'too fast', ja: '送信速度' },
  policy: { en: 'by its policy', ja: 'ポリシー違反' },
  reputation: { en: 'it distrusts our address', ja: '送信元の評価' },
} as const;
