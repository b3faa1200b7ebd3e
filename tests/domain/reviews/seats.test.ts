import * as fc from 'fast-check';
import { seatsLeft, type SignerRoles } from '../../../server/src/domain/reviews/seats';

const ROLES = ['chief', 'legal', 'data', 'press', 'board'];
const roles = fc.subarray(ROLES);
const signatures = fc.array(fc.subarray(ROLES), { maxLength: 5 });

/** By trying every way: each signature takes one of its roles, or none. */
function mostFilled(wanted: readonly string[], [first, ...rest]: readonly SignerRoles[]): number {
  if (!first) return 0;
  const ways = wanted
    .filter((role) => first.includes(role))
    .map(
      (role) =>
        1 +
        mostFilled(
          wanted.filter((other) => other !== role),
          rest,
        ),
    );
  return Math.max(mostFilled(wanted, rest), ...ways);
}

describe('one signature from each role', () => {
  it('asks for nothing where no role is asked for', () => {
    expect(seatsLeft([], [['legal'], []])).toEqual({ missing: 0, roles: [] });
  });

  it('says from which roles one is missing', () => {
    expect(seatsLeft(['chief', 'legal'], [['legal']])).toEqual({ missing: 1, roles: ['chief'] });
    expect(seatsLeft(['chief', 'legal'], [])).toEqual({ missing: 2, roles: ['chief', 'legal'] });
  });

  it('lets one person stand for one role only, and leaves open for which', () => {
    expect(seatsLeft(['chief', 'legal'], [['chief', 'legal']])).toEqual({
      ...{ missing: 1, roles: ['chief', 'legal'] },
    });
  });

  it('moves somebody with two roles to the other one for somebody with one', () => {
    const both = ['chief', 'legal'];
    expect(seatsLeft(both, [both, ['chief']]).missing).toBe(0);
    expect(
      seatsLeft(['chief', 'legal', 'data'], [both, ['legal', 'data'], ['chief']]).missing,
    ).toBe(0);
  });

  it('counts nothing for a role that is not asked for', () => {
    expect(seatsLeft(['legal'], [['press'], []]).missing).toBe(1);
  });

  it('fills as many seats as trying every way does', () => {
    fc.assert(
      fc.property(roles, signatures, (wanted, all) => {
        expect(seatsLeft(wanted, all).missing).toBe(wanted.length - mostFilled(wanted, all));
      }),
    );
  });

  it('is the same in whatever order people sign', () => {
    fc.assert(
      fc.property(roles, signatures, (wanted, all) => {
        expect(seatsLeft(wanted, all.toReversed())).toEqual(seatsLeft(wanted, all));
      }),
    );
  });

  it('names exactly the roles whose next signature leaves fewer missing', () => {
    fc.assert(
      fc.property(roles, signatures, (wanted, all) => {
        const { missing, roles: useful } = seatsLeft(wanted, all);
        for (const role of wanted) {
          const after = seatsLeft(wanted, [...all, [role]]).missing;
          expect(after).toBe(useful.includes(role) ? missing - 1 : missing);
        }
        expect(useful.length).toBeGreaterThanOrEqual(missing);
        expect(useful.length === 0).toBe(missing === 0);
      }),
    );
  });

  it('never loses a seat by another signature', () => {
    fc.assert(
      fc.property(roles, signatures, roles, (wanted, all, more) => {
        const before = seatsLeft(wanted, all).missing;
        const after = seatsLeft(wanted, [...all, more]).missing;
        expect([before, before - 1]).toContain(after);
      }),
    );
  });
});
