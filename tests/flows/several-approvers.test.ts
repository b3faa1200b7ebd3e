import { createReviewEdition } from '../../server/src/flows/review-edition';
import { aCampaign, aLocale } from '../support/campaigns';
import { asking } from '../support/asking';
import { DAY, NOON } from '../support/editions';
import { keepOffice, type Office } from '../support/editorial-office';

const BOB = asking('bob');
const CAT = asking('cat');
const SEEN = { readersShown: 3 };

let room: Office;
let reviewing: ReturnType<typeof createReviewEdition>;
keepOffice((office) => {
  room = office;
  const approval = { ...room.reviewDeps.approval, required: 2 };
  reviewing = createReviewEdition({ ...room.reviewDeps, approval });
});

describe('where two must countersign', () => {
  it('the first leaves it in review, and nothing can be sent', async () => {
    const { id } = await room.submitted();
    expect(await reviewing.approve(id, BOB, SEEN)).toMatchObject({
      ok: true,
      value: { state: 'in-review' },
    });
    expect(await room.stateOf(id)).toBe('in-review');
    expect(await room.verified(id, { required: 2 })).toEqual({ ok: false, reason: 'seal' });
  });

  it('the second lets it go, and both have sealed it', async () => {
    const { id } = await room.submitted();
    await reviewing.approve(id, BOB, SEEN);
    room.world.now = NOON + DAY;
    expect(await reviewing.approve(id, CAT, { readersShown: 5 })).toMatchObject({
      value: { state: 'approved', expiresAt: NOON + 7 * DAY },
    });
    expect(await room.verified(id, { required: 2 })).toEqual({
      ok: true,
      value: {
        approvers: ['bob', 'cat'],
        window: { notBefore: NOON + DAY, notAfter: NOON + 7 * DAY },
        readersShown: 3,
      },
    });
    const signed = (await room.auditOf(id)).filter(({ act }) => act === 'edition.approve');
    expect(signed.map(({ detail }) => JSON.parse(String(detail)).signed)).toEqual([1, 2]);
  });

  it('nobody signs twice', async () => {
    const { id } = await room.submitted();
    await reviewing.approve(id, BOB, SEEN);
    expect(await reviewing.approve(id, BOB, SEEN)).toMatchObject({
      reason: 'already-countersigned',
      refusals: [{ because: 'already-countersigned', at: NOON }],
    });
    expect(await room.stateOf(id)).toBe('in-review');
    expect(await room.decisions.of(id)).toHaveLength(1);
  });

  it('nobody signs twice with the account of a colleague they have got into', async () => {
    const { id } = await room.submitted();
    const { accounts } = room.reviewDeps;
    const since = async () => [{ account: 'cat', kind: 'password', by: 'bob', at: NOON } as const];
    const approval = { ...room.reviewDeps.approval, required: 2 };
    const watched = createReviewEdition({
      ...room.reviewDeps,
      approval,
      accounts: { ...accounts, since },
    });
    await watched.approve(id, BOB, SEEN);
    expect(await watched.approve(id, CAT, SEEN)).toMatchObject({ reason: 'account-not-quiet' });
    expect(await room.stateOf(id)).toBe('in-review');
  });

  it('two who sign at the same time are both counted', async () => {
    const { id } = await room.submitted();
    const answers = await Promise.all([BOB, CAT].map((who) => reviewing.approve(id, who, SEEN)));
    expect(answers.map(({ ok }) => ok)).toEqual([true, true]);
    expect(await room.stateOf(id)).toBe('approved');
  });

  it('the second can still send it back', async () => {
    const { id } = await room.submitted();
    await reviewing.approve(id, BOB, SEEN);
    expect((await reviewing.sendBack(id, CAT, { reason: 'The date is wrong.' })).ok).toBe(true);
    expect(await room.stateOf(id)).toBe('sent-back');
  });

  it('a change after the first signature voids it for both', async () => {
    const { id, campaignId } = await room.submitted();
    await reviewing.approve(id, BOB, SEEN);
    const locales = [aLocale({ subject: 'Buy now' })];
    await room.campaigns.write(aCampaign({ id: campaignId, locales }));
    expect(await reviewing.approve(id, CAT, SEEN)).toMatchObject({
      reason: 'changed-since-submitted',
    });
    expect(await room.stateOf(id)).toBe('void');
  });
});
