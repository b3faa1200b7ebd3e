import { createSiteRule } from '../../server/src/adapters/host/site-rule';
import { NO_WORDS, type ApprovalRule } from '../../server/src/domain/reviews/site-rule';
import { LOG_EVENTS } from '../../server/src/names';
import { aContent, anEdition, NOON } from '../support/editions';
import { silentLog } from '../support/log';

const EDITION = { ...anEdition(), content: aContent() };
const BOB = { id: 'bob', name: 'Bob Example' };

const asked = (rule: ApprovalRule | null) =>
  createSiteRule(rule, silentLog).objection(EDITION, BOB);

it('has nothing against anything where the site has none', async () => {
  expect(await asked(null)).toBeNull();
});

it('is told what is to be signed and by whom, and nothing that could be changed through it', async () => {
  const questions: unknown[] = [];
  await asked((question) => {
    questions.push(question);
    return { ok: true };
  });
  expect(questions).toEqual([
    {
      campaign: { id: 'campaign-1', name: 'Autumn issue' },
      edition: {
        ...{ id: 'edition-1', fingerprint: EDITION.fingerprint, submittedBy: 'author' },
        ...{ submittedAt: NOON, wishedAt: null, readersAtSubmit: 3 },
        ...{ lists: { include: ['newsletter'], exclude: [] }, locales: ['en'] },
      },
      approver: BOB,
    },
  ]);
});

it('says no in its own words, at once or later', async () => {
  const because = { en: 'Not on a Friday.', ja: '金曜日は承認できません。' };
  expect(await asked(() => ({ ok: false, because }))).toEqual(because);
  expect(await asked(async () => ({ ok: false, because }))).toEqual(because);
});

const WRONG: readonly [string, unknown][] = [
  ['nothing', undefined],
  ['true', true],
  ['a yes that is none', { ok: 'yes' }],
  ['a no without words', { ok: false }],
  ['a no with other words', { ok: false, because: { en: 1, ja: ' ' } }],
];

it.each(WRONG)('takes %s for a no', async (_what, answer) => {
  const rule = (() => answer) as unknown as ApprovalRule;
  expect(await asked(rule)).toEqual(NO_WORDS);
});

it('takes what it throws for a no, and the log has it', async () => {
  const logged: string[] = [];
  const log = { ...silentLog, error: (event: string) => void logged.push(event) };
  const failing = createSiteRule(() => {
    throw new Error('a bug of the site');
  }, log);
  expect(await failing.objection(EDITION, BOB)).toEqual(NO_WORDS);
  expect(logged).toEqual([LOG_EVENTS.ruleFailed]);
});
