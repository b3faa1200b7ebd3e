import { aCampaign, aLocale } from '../support/campaigns';
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

describe('two at once', () => {
  it('lets one of two approvers win and tells the other who did', async () => {
    const { id } = await room.submitted();
    const answers = await Promise.all([
      room.reviewing.approve(id, BOB, SEEN),
      room.reviewing.approve(id, asking('cat'), SEEN),
    ]);
    const lost = answers.find(({ ok }) => !ok);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const [decision, ...others] = await room.decisions.of(id);
    expect(others).toEqual([]);
    expect(lost).toMatchObject({
      reason: 'not-in-review',
      refusals: [{ state: 'approved', by: decision?.person }],
    });
  });

  it.each(['sendBack', 'withdraw'] as const)(
    'lets either the approval or the %s win',
    async (act) => {
      for (let round = 0; round < 3; round += 1) {
        const { id } = await room.submitted();
        const [yes, no] = await Promise.all([
          room.reviewing.approve(id, BOB, SEEN),
          act === 'withdraw'
            ? room.reviewing.withdraw(id, ANN)
            : room.reviewing.sendBack(id, asking('cat'), { reason: 'No' }),
        ]);
        // An approved edition may still be withdrawn, never sent back.
        const isBoth = yes.ok && no.ok;
        expect(isBoth && act === 'sendBack').toBe(false);
        expect(yes.ok || no.ok).toBe(true);
        expect(await room.stateOf(id)).toBe(no.ok ? no.value.state : 'approved');
      }
    },
  );

  it('never leaves an approval of what was being changed', async () => {
    for (let round = 0; round < 3; round += 1) {
      const { id, campaignId } = await room.submitted(TOMORROW);
      const change = room.transactions.within(async () => {
        const locales = [aLocale({ subject: `Changed ${round}` })];
        await room.campaigns.write(aCampaign({ id: campaignId, locales }));
        await room.noticing.written(campaignId, asking('cat'));
      });
      await Promise.all([room.reviewing.approve(id, BOB, SEEN), change]);
      expect(await room.stateOf(id)).toBe('void');
    }
  });
});
