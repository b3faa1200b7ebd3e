import { changesSince, type Earlier } from '../../server/src/flows/read-editions/changes';
import { asking } from '../support/asking';
import { aCampaign, aLocale } from '../support/campaigns';
import { keepOffice, type Office } from '../support/editorial-office';

let room: Office;
keepOffice((office) => {
  room = office;
});

/** Submitted once more with another subject; the same campaign. */
async function submittedAgain(id: string, subject: string): Promise<string> {
  room.world.now += 1000;
  await room.campaigns.write(aCampaign({ id, locales: [aLocale({ subject })] }));
  const answer = await room.submitting.submit(id, asking('ann'));
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value.id;
}

async function decidedTwice() {
  const first = await room.submitted({ subject: 'Spring' });
  const campaign = first.campaignId;
  await room.reviewing.sendBack(first.id, asking('bob'), { reason: 'It is summer.' });
  const second = await submittedAgain(campaign, 'Summer');
  await room.reviewing.sendBack(second, asking('cat'), { reason: 'It is autumn.' });
  const third = await submittedAgain(campaign, 'Autumn');
  return { first: first.id, second, third };
}

const since = async (id: string, earlier: Earlier) => {
  const answer = await changesSince(room, id, earlier);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value.since?.id ?? null;
};

describe('what changed in an edition', () => {
  it('is told since the last one the person decided on, whoever else decided later', async () => {
    const { first, second, third } = await decidedTwice();
    expect(await since(third, { decidedBy: 'bob' })).toBe(first);
    expect(await since(third, { decidedBy: 'cat' })).toBe(second);
    const answer = await changesSince(room, third, { decidedBy: 'cat' });
    const words = answer.ok ? answer.value.locales.flatMap((one) => one.words) : [];
    expect(words.filter(({ kind }) => kind !== 'same').map(({ text }) => text.trim())).toEqual(
      expect.arrayContaining(['Summer', 'Autumn']),
    );
  });

  it('is never told since a later one, nor since one of another campaign', async () => {
    const { first, third } = await decidedTwice();
    expect(await since(first, { decidedBy: 'bob' })).toBeNull();
    expect(await since(third, { decidedBy: 'dan' })).toBeNull();
    await decidedTwice();
    expect(await since(third, { decidedBy: 'bob' })).toBe(first);
  });

  it('is told since the last one that was sent; sent back is not sent', async () => {
    const { third } = await decidedTwice();
    expect(await since(third, 'sent')).toBeNull();
  });

  it('needs an edition', async () => {
    expect(await changesSince(room, 'none', 'sent')).toMatchObject({ reason: 'no-such-edition' });
  });
});
