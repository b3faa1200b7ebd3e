import { LANGUAGES, type Said } from '../../server/src/strapi/language';
import { REFUSALS } from '../../server/src/strapi/refusals';
import {
  ACT_WORDS,
  DOOR_WORDS,
  FINDING_WORDS,
  RESULT_WORDS,
} from '../../server/src/strapi/words/audit';
import { HELD_WORDS, STATE_WORDS } from '../../server/src/strapi/words/editions';
import { LEFT_OUT_WORDS, SUPPRESSION_WORDS } from '../../server/src/strapi/words/people';
import { PROBLEM_WORDS } from '../../server/src/strapi/words/problems';
import { REFUSAL_WORDS } from '../../server/src/strapi/words/refusals';
import { ACCOUNT_WORDS, refusalText } from '../../server/src/strapi/words/review';
import { GAP_WORDS } from '../../server/src/strapi/words/set-up';

const AUDIT_WORDS = { ...ACT_WORDS, ...DOOR_WORDS, ...RESULT_WORDS, ...FINDING_WORDS };

const tables: Readonly<Record<string, Readonly<Record<string, Said>>>> = {
  ...{ AUDIT_WORDS, REFUSAL_WORDS, STATE_WORDS, HELD_WORDS, PROBLEM_WORDS },
  ...{ LEFT_OUT_WORDS, SUPPRESSION_WORDS, GAP_WORDS, ACCOUNT_WORDS },
};

const JAPANESE = /[\u3040-\u30ff\u4e00-\u9fff]/;

const sentences = Object.entries(tables).flatMap(([table, words]) =>
  Object.entries(words).map(([code, said]) => ({ place: `${table} ${code}`, said })),
);

it.each(sentences)('$place says something in every language', ({ said }) => {
  for (const language of LANGUAGES) expect(said[language].trim()).not.toBe('');
});

it.each(sentences)('$place is translated, not copied', ({ said }) => {
  expect(said.ja).toMatch(JAPANESE);
  expect(said.en).not.toMatch(JAPANESE);
});

it('answers every refusal with a status that says whose turn it is', () => {
  for (const status of Object.values(REFUSALS)) {
    expect([401, 403, 404, 409, 422, 429, 503]).toContain(status);
  }
});

it('tells the slower of two people what the other did', () => {
  const about = { because: 'not-in-review', state: 'approved', by: 'ben' } as const;
  const refused = { code: 'not-in-review', about } as const;
  expect(refusalText(refused, 'en', new Map([['ben', 'Ben Example']]))).toBe(
    'Ben Example has answered already. The edition is now: Countersigned.',
  );
  expect(refusalText(refused, 'ja', new Map())).toBe(
    'この配信版はすでに承認待ちではありません。現在の状態：承認済み',
  );
});

it('tells who changed only a part of an edition that it was a part', () => {
  const about = { because: 'own-hand', lastAt: 0, through: 'part' } as const;
  const refused = { code: 'own-hand', about } as const;
  expect(refusalText(refused, 'en', new Map())).toMatch(/^You changed a segment, the sender, the/);
  expect(refusalText(refused, 'ja', new Map())).toMatch(
    /セグメント、差出人、送信者情報、画像、または連携元/,
  );
  const whole = { ...refused, about: { because: 'own-hand', lastAt: 0 } } as const;
  expect(refusalText(whole, 'en', new Map())).toMatch(/^You had a hand in this/);
});
