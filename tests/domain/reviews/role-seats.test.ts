import * as fc from 'fast-check';
import type { Colleague } from '../../../server/src/domain/access/colleague';
import type { Decision } from '../../../server/src/domain/editions/edition';
import { stillNeeded, type ApprovalRules } from '../../../server/src/domain/reviews/approvals';
import {
  reasonsNotToCountersign,
  type CountersignCase,
} from '../../../server/src/domain/reviews/may-countersign';
import { aColleague, asking } from '../../support/asking';
import { aFullEdition, anApproval, NOON } from '../../support/editions';

const EDITION = aFullEdition();
const CHIEF_AND_LEGAL: ApprovalRules = { required: 2, fromEachOf: ['chief', 'legal'] };

const signed = (who: Colleague, roles = who.roles): Decision =>
  anApproval(EDITION, { id: `d-${who.id}`, person: who.id, roles });

/** Why `who` may not sign after `signers` have. */
const refusal = (
  rules: ApprovalRules,
  signers: readonly Colleague[],
  who: Colleague,
  change: Partial<CountersignCase> = {},
) =>
  reasonsNotToCountersign({
    ...{ edition: EDITION, seen: null, currentHash: 'hash-1', wishedAt: null, hands: [] },
    ...{ accountChanges: [], approvers: [], now: NOON, rules, signers },
    decisions: signers.map((one) => signed(one)),
    asking: asking(who.id),
    colleague: who,
    ...change,
  });

const chief = aColleague('chief-1', { roles: ['chief'] });
const legal = aColleague('legal-1', { roles: ['legal'] });
const editor = aColleague('editor-1', { roles: ['editor'] });
const refused = (...roles: string[]) => [
  { because: 'other-role-needed', seats: { missing: roles.length, roles } },
];

describe('where one from each role must sign', () => {
  it('lets in whoever fills a seat, in either order', () => {
    expect(refusal(CHIEF_AND_LEGAL, [], legal)).toEqual([]);
    expect(refusal(CHIEF_AND_LEGAL, [legal], chief)).toEqual([]);
  });

  it('turns away whoever fills none while all that is left are seats, and says whose', () => {
    expect(refusal(CHIEF_AND_LEGAL, [], editor)).toEqual(refused('chief', 'legal'));
    expect(refusal(CHIEF_AND_LEGAL, [legal], editor)).toEqual(refused('chief'));
    const second = aColleague('legal-2', { roles: ['legal'] });
    expect(refusal(CHIEF_AND_LEGAL, [legal], second)).toEqual(refused('chief'));
  });

  it('lets anybody in while there is room beside the seats', () => {
    const rules = { required: 3, fromEachOf: ['chief', 'legal'] };
    expect(refusal(rules, [], editor)).toEqual([]);
    expect(refusal(rules, [chief, legal], editor)).toEqual([]);
    expect(refusal(rules, [editor], aColleague('editor-2'))).toEqual(refused('chief', 'legal'));
  });

  it('counts a role for nothing where the account is off or may not approve', () => {
    const gone = { ...legal, isActive: false };
    expect(refusal(CHIEF_AND_LEGAL, [gone], aColleague('x', { roles: ['legal'] }))).toEqual([]);
    const barred = { ...legal, id: 'barred', mayApprove: false };
    expect(refusal(CHIEF_AND_LEGAL, [chief], barred).at(-1)).toEqual(refused('legal')[0]);
  });

  it('lets another fill the seat of somebody who has lost the role since', () => {
    const demoted = { ...legal, roles: ['editor'] };
    const decisions = [signed(legal), signed(chief)];
    const other = aColleague('legal-2', { roles: ['legal'] });
    expect(refusal(CHIEF_AND_LEGAL, [demoted, chief], other, { decisions })).toEqual([]);
    expect(stillNeeded(CHIEF_AND_LEGAL, decisions, [demoted, chief])).toEqual({
      ...{ missing: 1, seats: { missing: 1, roles: ['legal'] } },
    });
  });

  it('counts no role somebody has got only after they signed', () => {
    const decisions = [signed(editor, [])];
    const promoted = { ...editor, roles: ['legal'] };
    expect(stillNeeded(CHIEF_AND_LEGAL, decisions, [promoted]).seats.missing).toBe(2);
  });

  it('asks for no role where the rules ask for none', () => {
    const rules = { required: 1, fromEachOf: [] };
    expect(refusal(rules, [], editor)).toEqual([]);
    expect(refusal(rules, [legal], editor)).toEqual([]);
  });
});

const ROLES = ['chief', 'legal', 'data', 'press'];
const anyRules = fc
  .record({ extra: fc.nat(2), fromEachOf: fc.subarray(ROLES) })
  .map(({ extra, fromEachOf }) => ({
    ...{ required: Math.max(1, fromEachOf.length + extra), fromEachOf },
  }));
const anyPeople = fc
  .array(fc.subarray(ROLES), { maxLength: 12 })
  .map((all) => all.map((roles, at) => aColleague(`p${at}`, { roles })));

/** Whoever comes signs if they may, until nothing is missing. */
function come(rules: ApprovalRules, people: readonly Colleague[]): Colleague[] {
  return people.reduce<Colleague[]>((signers, who) => {
    const decisions = signers.map((one) => signed(one));
    if (stillNeeded(rules, decisions, signers).missing === 0) return signers;
    return refusal(rules, signers, who).length === 0 ? [...signers, who] : signers;
  }, []);
}

const missingAfter = (rules: ApprovalRules, signers: readonly Colleague[]) =>
  stillNeeded(
    rules,
    signers.map((one) => signed(one)),
    signers,
  ).missing;

describe('whoever comes to sign, in whatever order', () => {
  it('never are there as many signatures as required with a role missing among them', () => {
    fc.assert(
      fc.property(anyRules, anyPeople, (rules, people) => {
        const signers = come(rules, people);
        expect(signers.length).toBeLessThanOrEqual(rules.required);
        expect(missingAfter(rules, signers)).toBe(rules.required - signers.length);
      }),
    );
  });

  it('it can always be completed by one from each role, and as many more as are missing', () => {
    fc.assert(
      fc.property(anyRules, anyPeople, (rules, people) => {
        const those = ROLES.map((role) => aColleague(`last-${role}`, { roles: [role] }));
        const others = Array.from({ length: 6 }, (_, at) => aColleague(`other-${at}`));
        expect(missingAfter(rules, come(rules, [...people, ...those, ...others]))).toBe(0);
      }),
    );
  });

  it('nobody is turned away with whom it could have been completed', () => {
    fc.assert(
      fc.property(anyRules, anyPeople, fc.subarray(ROLES), (rules, people, roles) => {
        const signers = come(rules, people);
        const who = aColleague('who', { roles });
        if (missingAfter(rules, signers) === 0) return;
        const isTurnedAway = refusal(rules, signers, who).length > 0;
        const places = rules.required - signers.length - 1;
        const { seats } = stillNeeded(
          rules,
          [...signers, who].map((one) => signed(one)),
          [...signers, who],
        );
        expect(isTurnedAway).toBe(seats.missing > places);
      }),
    );
  });
});
