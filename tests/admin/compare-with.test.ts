import { isChoice, moreTelling } from '../../admin/src/pages/review/compare-with';
import type { EditionSummary } from '../../server/src/contracts/editions';

const submittedAt = (time: number, id = `edition-${time}`) => ({
  since: { id, submittedAt: time } as EditionSummary,
});
const NONE = { since: null };

describe('what an edition is compared with', () => {
  it.each([
    ['nothing there is', NONE, NONE, false, 'sent'],
    ['the last that was sent, when nobody decided', submittedAt(1), NONE, false, 'sent'],
    ['the last one decided on, when none was sent', NONE, submittedAt(1), false, 'decided'],
    ['the one decided on later', submittedAt(1), submittedAt(2), true, 'decided'],
    ['the one sent later', submittedAt(2), submittedAt(1), true, 'sent'],
    ['one, where both are the same', submittedAt(1), submittedAt(1), false, 'sent'],
    ['the last that was sent, while nothing is known', undefined, undefined, false, 'sent'],
  ] as const)('is %s', (_, sent, decided, choice, first) => {
    expect([isChoice(sent, decided), moreTelling(sent, decided)]).toEqual([choice, first]);
  });
});
