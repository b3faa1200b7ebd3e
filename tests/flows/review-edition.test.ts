import { createReviewEdition } from '../../server/src/flows/review-edition';
import { DAY, NOON } from '../support/editions';
import { asking } from '../support/asking';
import { keepOffice, type Office } from '../support/editorial-office';

let room: Office;
keepOffice((office) => {
  room = office;
});

const ANN = asking('ann');
const BOB = asking('bob');
const SEEN = { readersShown: 3 };
const TOMORROW = { wishedAt: { local: '2026-12-02T12:00', zone: 'UTC' } };

const auditOf = async (id: string) =>
  (await room.auditOf(id)).map(({ act, result, person, door }) => ({ act, result, person, door }));

describe('sending back', () => {
  it('keeps the reason and closes the review', async () => {
    const { id, campaignId } = await room.submitted();
    const answer = await room.reviewing.sendBack(id, BOB, { reason: ' The date is wrong. ' });
    expect(answer).toMatchObject({ ok: true, value: { state: 'sent-back' } });
    expect(await room.decisions.of(id)).toMatchObject([
      { person: 'bob', kind: 'send-back', reason: 'The date is wrong.', seal: null },
    ]);
    expect((await room.submitting.submit(campaignId, ANN)).ok).toBe(true);
  });

  it('needs a reason', async () => {
    const { id } = await room.submitted();
    const answer = await room.reviewing.sendBack(id, BOB, { reason: ' ' });
    expect(answer).toMatchObject({ ok: false, reason: 'reason-missing' });
    expect(await room.stateOf(id)).toBe('in-review');
  });

  it('is not possible any more after an approval, and tells who was first', async () => {
    const { id } = await room.submitted();
    await room.reviewing.approve(id, BOB, SEEN);
    expect(await room.reviewing.sendBack(id, asking('cat'), { reason: 'No' })).toMatchObject({
      reason: 'not-in-review',
      refusals: [{ because: 'not-in-review', state: 'approved', by: 'bob' }],
    });
    expect(await room.decisions.of(id)).toHaveLength(1);
  });
});

describe('withdrawing', () => {
  it.each(['in-review', 'approved', 'scheduled'] as const)('is possible when %s', async (state) => {
    const { id } = await room.submitted(state === 'scheduled' ? TOMORROW : {});
    if (state !== 'in-review') await room.reviewing.approve(id, BOB, SEEN);
    expect(await room.stateOf(id)).toBe(state);
    const answer = await room.reviewing.withdraw(id, ANN);
    expect(answer).toMatchObject({ ok: true, value: { state: 'withdrawn' } });
  });

  it('is not possible once it is void, and that is in the audit trail', async () => {
    const { id, campaignId } = await room.submitted();
    await room.campaigns.remove(campaignId);
    await room.noticing.settle(campaignId);
    expect(await room.reviewing.withdraw(id, ANN)).toMatchObject({ reason: 'wrong-state' });
    expect((await auditOf(id)).at(-1)).toMatchObject({
      act: 'edition.withdraw',
      result: 'wrong-state',
    });
  });
});

describe('what nobody answered or started in time', () => {
  it('expires, and the campaign can be submitted again', async () => {
    const waiting = await room.submitted();
    const approved = await room.submitted();
    await room.reviewing.approve(approved.id, BOB, SEEN);
    const scheduled = await room.submitted(TOMORROW);
    await room.reviewing.approve(scheduled.id, BOB, SEEN);
    room.world.now = NOON + 7 * DAY;
    await room.reviewing.expireOverdue();
    expect(await room.stateOf(waiting.id)).toBe('in-review');
    room.world.now += 1;
    expect(await room.reviewing.expireOverdue()).toBeGreaterThanOrEqual(2);
    expect(await room.stateOf(waiting.id)).toBe('expired');
    expect(await room.stateOf(approved.id)).toBe('expired');
    expect(await room.stateOf(scheduled.id)).toBe('scheduled');
    expect((await auditOf(waiting.id)).at(-1)).toEqual({
      act: 'edition.expire',
      result: 'done',
      person: null,
      door: 'house',
    });
    expect(await room.reviewing.expireOverdue()).toBe(0);
    expect((await room.submitting.submit(waiting.campaignId, ANN)).ok).toBe(true);
  });

  it('does not expire when somebody approved it at the last moment', async () => {
    const { id, expiresAt } = await room.submitted();
    const { expireOverdue } = createReviewEdition({
      ...room.reviewDeps,
      editions: {
        ...room.editions,
        findOverdue: async () => {
          const overdue = await room.editions.findOverdue(expiresAt + 1, 100);
          await room.reviewing.approve(id, BOB, SEEN);
          room.world.now = expiresAt + 1;
          return overdue;
        },
      },
    });
    room.world.now = expiresAt;
    expect(await expireOverdue()).toBe(0);
    expect(await room.stateOf(id)).toBe('approved');
  });
});
