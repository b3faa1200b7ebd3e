import { createReadEditions } from '../../server/src/flows/read-editions';
import { createReviewEdition } from '../../server/src/flows/review-edition';
import { aColleague, asking } from '../support/asking';
import { keepOffice, type Office } from '../support/editorial-office';

const BOB = asking('bob');
const CAT = asking('cat');
const DAN = asking('dan');
const SEEN = { readersShown: 3 };
const RULES = { required: 2, fromEachOf: ['chief', 'legal'] };

let room: Office;
let reviewing: ReturnType<typeof createReviewEdition>;
keepOffice((office) => {
  room = office;
  const approval = { ...room.reviewDeps.approval, ...RULES };
  reviewing = createReviewEdition({ ...room.reviewDeps, approval });
});
beforeEach(() => {
  hold('bob', 'chief', 'legal');
  hold('cat', 'chief');
  hold('dan', 'editor');
});

const hold = (who: string, ...roles: string[]) =>
  void room.world.colleagues.set(who, aColleague(who, { roles }));

/** What the desk says of it. */
async function approvalsOf(id: string) {
  const editions = createReadEditions({
    ...room.reviewDeps,
    audience: {
      ...room.submitDeps.audience,
      leftOut: () => Promise.reject(new Error('not asked')),
      spread: () => Promise.reject(new Error('not asked')),
    },
    subscribers: { reveal: async () => null },
    approval: RULES,
  });
  return (await editions.find(id))?.approvals;
}

describe('where one from each of two roles must countersign', () => {
  it('one from each lets it go, and the roles are under their seals', async () => {
    const { id } = await room.submitted();
    expect(await reviewing.approve(id, BOB, SEEN)).toMatchObject({ value: { state: 'in-review' } });
    expect(await room.verified(id, RULES)).toEqual({ ok: false, reason: 'seal' });
    room.world.now += 1;
    expect(await reviewing.approve(id, CAT, SEEN)).toMatchObject({ value: { state: 'approved' } });
    expect(await room.verified(id, RULES)).toMatchObject({ value: { approvers: ['bob', 'cat'] } });
    expect((await room.decisions.of(id)).map(({ roles }) => roles)).toEqual([
      ['chief', 'legal'],
      ['chief'],
    ]);
    const signed = (await room.auditOf(id)).filter(({ act }) => act === 'edition.approve');
    expect(signed.map(({ detail }) => JSON.parse(String(detail)).roles)).toEqual([
      'chief legal',
      'chief',
    ]);
  });

  it('who fills no seat is turned away, and the audit trail says so', async () => {
    const { id } = await room.submitted();
    expect(await reviewing.approve(id, DAN, SEEN)).toMatchObject({
      reason: 'other-role-needed',
      refusals: [{ seats: { missing: 2, roles: ['chief', 'legal'] } }],
    });
    expect(await reviewing.obstacle(id, DAN)).toMatchObject({ because: 'other-role-needed' });
    expect(await room.decisions.of(id)).toEqual([]);
    expect((await room.auditOf(id)).at(-1)).toMatchObject({ result: 'other-role-needed' });
  });

  it('who fills no seat may still send it back', async () => {
    const { id } = await room.submitted();
    expect((await reviewing.sendBack(id, DAN, { reason: 'The date is wrong.' })).ok).toBe(true);
  });

  it('the desk says how many are missing and from where', async () => {
    const { id } = await room.submitted();
    expect(await approvalsOf(id)).toEqual({
      ...{ given: 0, required: 2, missing: 2 },
      seats: { missing: 2, roles: ['chief', 'legal'] },
    });
    await reviewing.approve(id, CAT, SEEN);
    expect(await approvalsOf(id)).toEqual({
      ...{ given: 1, required: 2, missing: 1 },
      seats: { missing: 1, roles: ['legal'] },
    });
  });

  it('of two who sign at once for one seat one is turned away', async () => {
    hold('bob', 'legal');
    hold('cat', 'legal');
    const { id } = await room.submitted();
    const answers = await Promise.all([BOB, CAT].map((who) => reviewing.approve(id, who, SEEN)));
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await room.stateOf(id)).toBe('in-review');
  });

  it('who lost the role after they signed leaves the seat to another', async () => {
    const { id } = await room.submitted();
    await reviewing.approve(id, BOB, SEEN);
    hold('bob', 'editor');
    await reviewing.approve(id, CAT, SEEN);
    expect(await room.stateOf(id)).toBe('in-review');
    expect(await approvalsOf(id)).toMatchObject({
      ...{ given: 2, missing: 1, seats: { missing: 1, roles: ['legal'] } },
    });
    hold('dan', 'legal');
    expect(await reviewing.approve(id, DAN, SEEN)).toMatchObject({ value: { state: 'approved' } });
  });
});
