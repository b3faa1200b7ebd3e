import { mayEverywhere, mayOn, type Ability } from '../../../server/src/domain/access/rights';

const ACTION = 'plugin::countersign.campaign.read';
const MINE = { documentId: 'mine' };
const OTHER = { documentId: 'other' };

const ability = (rules: readonly { conditions?: unknown }[]): Ability => ({
  can: (_action, entry) => rules.length > 0 && (entry === undefined || entry === MINE),
  rulesFor: () => rules,
});
const onMine = ability([{ conditions: { documentId: 'mine' } }]);
const anywhere = ability([{ conditions: { documentId: 'mine' } }, {}]);

it('is held everywhere by one role without a condition, whatever the others say', () => {
  expect(mayEverywhere(anywhere, ACTION)).toBe(true);
  expect(mayOn(anywhere, ACTION, [OTHER])).toBe(true);
});

it('is held on a condition for what meets it, in each of its languages', () => {
  expect(mayEverywhere(onMine, ACTION)).toBe(false);
  expect(mayOn(onMine, ACTION, [MINE, MINE])).toBe(true);
  expect(mayOn(onMine, ACTION, [MINE, OTHER])).toBe(false);
});

it('is not held on a condition where there is nothing to hold it against', () => {
  expect(mayOn(onMine, ACTION, [])).toBe(false);
});

it('is not held by nobody', () => {
  expect(mayOn(ability([]), ACTION, [MINE])).toBe(false);
});
