import { createSiteRule } from '../../server/src/adapters/host/site-rule';
import type { ApprovalRule } from '../../server/src/domain/reviews/site-rule';
import { createReviewEdition } from '../../server/src/flows/review-edition';
import { TABLES } from '../../server/src/names';
import { aCampaign, aLocale } from '../support/campaigns';
import { DAY, MINUTE, NOON } from '../support/editions';
import { aColleague, asking } from '../support/asking';
import { silentLog } from '../support/log';
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

describe('approving', () => {
  it('schedules an edition with a wished time, sealed for that time', async () => {
    const { id } = await room.submitted(TOMORROW);
    const at = NOON + DAY;
    expect(await room.reviewing.approve(id, BOB, SEEN)).toMatchObject({
      ok: true,
      value: { state: 'scheduled', wishedAt: at, expiresAt: at + 60 * MINUTE },
    });
    expect(await room.verified(id)).toEqual({
      ok: true,
      value: {
        approvers: ['bob'],
        window: { notBefore: at - MINUTE, notAfter: at + 60 * MINUTE },
        readersShown: 3,
      },
    });
  });

  it('lets an edition without one wait seven days for somebody to start it', async () => {
    const { id } = await room.submitted();
    room.world.now = NOON + DAY;
    expect(await room.reviewing.approve(id, BOB, SEEN)).toMatchObject({
      value: { state: 'approved', expiresAt: NOON + 8 * DAY },
    });
    expect(await room.verified(id)).toMatchObject({
      value: { window: { notBefore: NOON + DAY, notAfter: NOON + 8 * DAY } },
    });
  });

  it('is in the audit trail, by whom and from where', async () => {
    const { id } = await room.submitted();
    await room.reviewing.approve(id, BOB, SEEN);
    expect((await auditOf(id)).at(-1)).toEqual({
      act: 'edition.approve',
      result: 'done',
      person: 'bob',
      door: 'admin',
    });
  });

  it('is not possible for the author, and the refusal is in the audit trail', async () => {
    const { id } = await room.submitted();
    expect(await room.reviewing.approve(id, ANN, SEEN)).toMatchObject({
      ok: false,
      reason: 'own-hand',
      refusals: [{ because: 'own-hand', lastAt: NOON }],
    });
    expect(await room.stateOf(id)).toBe('in-review');
    expect(await room.decisions.of(id)).toEqual([]);
    expect((await auditOf(id)).at(-1)).toMatchObject({ result: 'own-hand', person: 'ann' });
  });

  it('is not possible for whoever edited a translation of it, even long ago', async () => {
    const campaign = aCampaign({ id: 'translated', locales: [aLocale(), aLocale({}, 'ja')] });
    await room.campaigns.write(campaign);
    await room.noticing.written('translated', BOB);
    room.world.now = NOON + 1;
    const answer = await room.submitting.submit('translated', ANN);
    const id = answer.ok ? answer.value.id : '';
    expect(await room.reviewing.approve(id, BOB, SEEN)).toMatchObject({ reason: 'own-hand' });
    expect((await room.reviewing.approve(id, asking('cat'), SEEN)).ok).toBe(true);
  });

  it('is never done with a token of the approver', async () => {
    const { id } = await room.submitted();
    for (const door of ['admin-token', 'content-api-token', 'users-permissions'] as const) {
      const answer = await room.reviewing.approve(id, asking('bob', { door }), SEEN);
      expect(answer).toMatchObject({ reason: 'not-in-person' });
    }
    expect(await room.stateOf(id)).toBe('in-review');
  });

  it('needs an account that is there, active, and may approve', async () => {
    const { id } = await room.submitted();
    room.world.colleagues.set('off', aColleague('off', { isActive: false }));
    room.world.colleagues.set('author', aColleague('author', { mayApprove: false }));
    for (const person of ['off', 'author', 'stranger']) {
      const answer = await room.reviewing.approve(id, asking(person), SEEN);
      expect(answer).toMatchObject({ reason: 'not-permitted' });
    }
    expect(await room.stateOf(id)).toBe('in-review');
  });

  it('voids instead when the campaign was changed behind everybody’s back', async () => {
    const { id, campaignId } = await room.submitted();
    await room.campaigns.write(
      aCampaign({ id: campaignId, locales: [aLocale({ subject: 'Buy now' })] }),
    );
    expect(await room.reviewing.approve(id, BOB, SEEN)).toMatchObject({
      reason: 'changed-since-submitted',
    });
    expect(await room.stateOf(id)).toBe('void');
    expect((await auditOf(id)).at(-1)).toMatchObject({ act: 'edition.void', door: 'house' });
  });

  it('voids instead when the campaign was deleted', async () => {
    const { id, campaignId } = await room.submitted();
    await room.campaigns.remove(campaignId);
    await room.reviewing.approve(id, BOB, SEEN);
    expect(await room.stateOf(id)).toBe('void');
  });

  it('never signs content that was changed in the table', async () => {
    const { id } = await room.submitted();
    const full = await room.editions.findFull(id);
    const content = JSON.stringify({ ...full?.content, replyTo: 'thief@example.com' });
    await room.db.within(async (k) =>
      room.db.table(k, TABLES.editions).where({ id }).update({ content }),
    );
    expect(await room.reviewing.approve(id, BOB, SEEN)).toMatchObject({
      reason: 'changed-since-submitted',
    });
    expect(await room.decisions.of(id)).toEqual([]);
  });

  it('never signs anything but what the approver was shown', async () => {
    const { id, fingerprint } = await room.submitted();
    const other = { ...SEEN, fingerprint: 'another' };
    expect(await room.reviewing.approve(id, BOB, other)).toMatchObject({
      reason: 'changed-since-submitted',
    });
    const again = await room.submitted();
    const seen = { ...SEEN, fingerprint: again.fingerprint };
    expect((await room.reviewing.approve(again.id, BOB, seen)).ok).toBe(true);
    expect(fingerprint).not.toBe(again.fingerprint);
  });

  it('is too late when the review is over', async () => {
    const { id, expiresAt } = await room.submitted();
    room.world.now = expiresAt + 1;
    expect(await room.reviewing.approve(id, BOB, SEEN)).toMatchObject({ reason: 'too-late' });
  });

  it('is refused for an edition there is not', async () => {
    const answer = await room.reviewing.approve('none', BOB, SEEN);
    expect(answer).toMatchObject({ reason: 'no-such-edition' });
  });
});

describe('asking whether one may approve', () => {
  it('tells the weightiest obstacle, or none, and changes nothing', async () => {
    const { id } = await room.submitted();
    expect(await room.reviewing.obstacle(id, BOB)).toBeNull();
    expect(await room.reviewing.obstacle(id, ANN)).toMatchObject({ because: 'own-hand' });
    expect(await room.reviewing.obstacle('none', BOB)).toEqual({ because: 'no-such-edition' });
    expect(await room.stateOf(id)).toBe('in-review');
  });
});

describe("a rule of the site's own", () => {
  const because = { en: 'Not on a Friday.', ja: '金曜日は承認できません。' };
  const ruled = (rule: ApprovalRule) =>
    createReviewEdition({ ...room.reviewDeps, rule: createSiteRule(rule, silentLog) });

  it('says no to what would be allowed, in its own words, and the trail says so', async () => {
    const { id } = await room.submitted();
    const { approve, obstacle } = ruled(({ approver }) => ({ ok: approver.id !== 'bob', because }));
    const refusal = { because: 'site-rule', says: because };
    expect(await obstacle(id, BOB)).toEqual(refusal);
    const answer = await approve(id, BOB, SEEN);
    expect(answer).toEqual({ ok: false, reason: 'site-rule', refusals: [refusal] });
    expect((await auditOf(id)).at(-1)).toMatchObject({ result: 'site-rule', person: 'bob' });
    expect(await room.stateOf(id)).toBe('in-review');
    expect(await approve(id, asking('cat'), SEEN)).toMatchObject({ ok: true });
  });

  it('never says yes to what would not be', async () => {
    const { id } = await room.submitted();
    const { approve } = ruled(() => ({ ok: true }));
    expect(await approve(id, ANN, SEEN)).toMatchObject({ ok: false, reason: 'own-hand' });
  });
});

describe('an account that a hand has touched', () => {
  afterEach(() => {
    room.world.accountChanges.length = 0;
  });
  const touched = (by: string, account: string, at: number) =>
    room.world.accountChanges.push({ by, account, kind: 'roles', at });

  it('countersigns nothing, and is told who did it and who else may', async () => {
    touched('ann', 'bob', NOON - 7 * DAY);
    const { id } = await room.submitted();
    const answer = await room.reviewing.approve(id, BOB, SEEN);
    expect(answer).toMatchObject({
      reason: 'account-not-quiet',
      refusals: [{ change: { by: 'ann', at: NOON - 7 * DAY }, others: ['cat'] }],
    });
    expect(await room.reviewing.approve(id, asking('cat'), SEEN)).toMatchObject({ ok: true });
  });

  it('may countersign again once it was quiet for long enough', async () => {
    touched('ann', 'bob', NOON - 7 * DAY - 1);
    const { id } = await room.submitted();
    expect(await room.reviewing.approve(id, BOB, SEEN)).toMatchObject({ ok: true });
  });

  it('may not when it was touched after the edition was submitted', async () => {
    const { id } = await room.submitted();
    touched('ann', 'bob', NOON + 1);
    expect(await room.reviewing.obstacle(id, BOB)).toMatchObject({ because: 'account-not-quiet' });
  });
});
