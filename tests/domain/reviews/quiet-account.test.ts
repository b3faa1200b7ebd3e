import fc from 'fast-check';
import {
  ACCOUNT_CHANGES,
  accountChanges,
  type AccountChange,
  type AccountState,
} from '../../../server/src/domain/access/account';
import { UNKNOWN_HAND } from '../../../server/src/domain/editions/edition';
import {
  disturbedAccounts,
  handsIn,
  quietSince,
} from '../../../server/src/domain/reviews/quiet-account';
import { DAY, NOON } from '../../support/editions';

const change = (by: string, account: string, at = NOON): AccountChange => ({
  ...{ account, by, at },
  kind: 'password',
});
const disturbed = (hands: string[], ...changes: AccountChange[]) => [
  ...disturbedAccounts(new Set(hands), changes).keys(),
];

describe('an account', () => {
  it('is quiet while no hand of the edition has touched it', () => {
    expect(disturbed(['ann'])).toEqual([]);
    expect(disturbed(['ann'], change('bob', 'cat'))).toEqual([]);
  });

  it('is not quiet once a hand has', () => {
    expect(disturbed(['ann'], change('ann', 'cat'))).toEqual(['cat']);
  });

  it('is not quiet either when a hand came to it through another account', () => {
    const [first, second] = [change('ann', 'bob'), change('bob', 'cat')];
    expect(disturbed(['ann'], first, second)).toEqual(['bob', 'cat']);
    expect(disturbed(['ann'], second, first)).toEqual(['bob']);
  });

  it("is its owner's own to change", () => {
    expect(disturbed(['ann'], change('cat', 'cat'))).toEqual([]);
  });

  it('may be made by the code of the site, even where an unknown hand wrote', () => {
    expect(disturbed(['ann', UNKNOWN_HAND], change(UNKNOWN_HAND, 'cat'))).toEqual([]);
  });

  it('is never disturbed by people no hand has touched, whatever they do', () => {
    const person = fc.constantFrom('bob', 'cat', 'dan', 'eve');
    const changes = fc.array(fc.record({ by: person, account: person }));
    fc.assert(
      fc.property(changes, (done) => {
        expect(disturbed(['ann'], ...done.map(({ by, account }) => change(by, account)))).toEqual(
          [],
        );
      }),
    );
  });

  it('stays disturbed, whatever is done to it afterwards', () => {
    const person = fc.constantFrom('ann', 'bob', 'cat', 'dan');
    const changes = fc.array(fc.record({ by: person, account: person }));
    fc.assert(
      fc.property(changes, (done) => {
        const all = [change('ann', 'cat'), ...done.map(({ by, account }) => change(by, account))];
        expect(disturbed(['ann'], ...all)).toContain('cat');
      }),
    );
  });

  it('has to be quiet for so many days before the edition was submitted', () => {
    expect(quietSince({ submittedAt: NOON }, 7)).toBe(NOON - 7 * DAY);
    expect(quietSince({ submittedAt: NOON }, 0)).toBe(NOON);
  });

  it('is watched against the submitter too, even if the hands were deleted', () => {
    expect([...handsIn({ submittedBy: 'ann' }, [])]).toEqual(['ann']);
  });

  it('is watched against who changed a part of it, unless that set the site up for its first', () => {
    const hand = { campaignId: 'one', lastAt: NOON };
    const hands = [
      { ...hand, person: 'bob', through: 'part' as const },
      { ...hand, person: 'cat', through: 'set-up' as const },
    ];
    expect([...handsIn({ submittedBy: 'ann' }, hands)]).toEqual(['ann', 'bob']);
  });
});

describe('a write to an account', () => {
  const state: AccountState = { email: 'a@example.com', isActive: true, roles: [1, 2] };
  const kindsOf = (after: Partial<AccountState>, hasPassword = false) =>
    accountChanges(state, { ...state, ...after }, hasPassword);

  it('is told by what it changes, and only by that', () => {
    expect(kindsOf({ roles: [2, 1] })).toEqual([]);
    expect(kindsOf({ email: 'A@example.com' })).toEqual([]);
    expect(kindsOf({ roles: [1] })).toEqual(['roles']);
    expect(kindsOf({ email: 'b@example.com' })).toEqual(['email']);
    expect(kindsOf({ isActive: false })).toEqual(['active']);
    expect(kindsOf({}, true)).toEqual(['password']);
    const all = kindsOf({ email: 'b@example.com', isActive: false, roles: [] }, true);
    expect(all).toEqual(ACCOUNT_CHANGES.filter((kind) => kind !== 'created'));
  });
});
