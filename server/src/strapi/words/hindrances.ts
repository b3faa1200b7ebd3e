import type { Report } from '../../contracts/reports';
import type { Hindrances, SlowedGroup } from '../../domain/reports/hindrances';
import type { Language } from '../language';
import { becauseText } from './deliveries';

type Shown = Report['hindrances'][number];

/** Why it takes longer, in sentences. */
export const hindrancesShown = (
  { slowed, resting }: Hindrances,
  language: Language,
): Report['hindrances'] => [
  ...resting.map(({ id, because, until }): Shown => {
    const why = becauseText(because, language) ?? because;
    const time = clockOf(until);
    return {
      what: 'transport',
      text: {
        en: `Mail server “${id}” rests until ${time} UTC: ${why}.`,
        ja: `メールサーバー「${id}」は ${time}（UTC）まで休止中です（${why}）。`,
      }[language],
    };
  }),
  ...slowed.map((group): Shown => ({ what: 'provider', text: slowedText(group)[language] })),
];

function slowedText({ name, because, perMinute, restsUntil }: SlowedGroup) {
  if (restsUntil === null) {
    return {
      en: `${name} asked us to slow down: it gets ${perMinute} a minute for now, and slowly more again.`,
      ja: `${name} から送信速度の制限を求められたため、現在は毎分 ${perMinute} 通に抑え、徐々に戻します。`,
    };
  }
  const time = clockOf(restsUntil);
  return {
    en: `${name} refuses us (${REFUSES[because].en}): nothing goes out to it until ${time} UTC. No reader is lost.`,
    ja: `${name} に受信を拒否されました（${REFUSES[because].ja}）。${time}（UTC）まで送信を止めます。購読者への影響はありません。`,
  };
}

const REFUSES = {
  'slow-down': { en: 'too fast', ja: '送信速度' },
  policy: { en: 'by its policy', ja: 'ポリシー違反' },
  reputation: { en: 'it distrusts our address', ja: '送信元の評価' },
} as const;

/** Hours and minutes. */
const clockOf = (at: number): string => new Date(at).toISOString().slice(11, 16);
