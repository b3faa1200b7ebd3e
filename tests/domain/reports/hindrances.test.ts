import { rested, slower } from '../../../server/src/domain/delivery/group-pace';
import { slowedOf } from '../../../server/src/domain/reports/hindrances';
import { hindrancesShown } from '../../../server/src/strapi/words/hindrances';

const NOON = Date.UTC(2026, 11, 1, 12);
const world = { now: NOON, seen: 4, random: 0 };

describe('why it takes longer than it could', () => {
  it('names a provider everybody knows, and of others what may be seen of a domain', () => {
    const paces = new Map([
      ['gmail', slower(null, NOON, 4)],
      ['somebodys-own.example', rested(null, 'policy', world)],
    ]);
    expect(slowedOf(paces, NOON)).toEqual([
      { name: 'gmail', because: 'slow-down', perMinute: 120, restsUntil: null },
      {
        ...{ name: 's•••.example', because: 'policy', perMinute: 120 },
        restsUntil: NOON + 15 * 60_000,
      },
    ]);
  });

  it('says nothing of who is as fast as before', () => {
    expect(slowedOf(new Map([['gmail', slower(null, NOON, 4)]]), NOON + 3_600_000)).toEqual([]);
  });

  it('is said in whole sentences, in both languages', () => {
    const hindrances = {
      slowed: slowedOf(new Map([['gmail', slower(null, NOON, 4)]]), NOON),
      resting: [{ id: 'main', because: 'auth' as const, until: NOON }],
      full: [{ id: 'warming', until: NOON }],
    };
    expect(hindrancesShown(hindrances, 'en').map(({ text }) => text)).toEqual([
      'Mail server “main” is resting: The mail server refused our sign-in.',
      'Mail server “warming” has sent as many messages today as it may.',
      'gmail asked us to slow down: it gets 120 a minute for now, and slowly more again.',
    ]);
    expect(hindrancesShown(hindrances, 'ja').map(({ text }) => text)).toEqual([
      'メールサーバー「main」は休止中です（メールサーバーにログインできません）。',
      'メールサーバー「warming」は本日の送信上限に達しました。',
      'gmailから送信速度の制限を求められたため、現在は毎分120通に抑え、徐々に戻します。',
    ]);
  });
});
