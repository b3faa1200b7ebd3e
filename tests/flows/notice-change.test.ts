import type { StoredLocale } from '../../server/src/domain/campaigns/stored';
import { aCampaign, aLocale, paragraph } from '../support/campaigns';
import { NOON } from '../support/editions';
import { asking } from '../support/asking';
import { keepOffice, type Office } from '../support/editorial-office';

let room: Office;
keepOffice((office) => {
  room = office;
});

const ANN = asking('ann');
const CAT = asking('cat');

const write = (id: string, locales: StoredLocale[], by = CAT) =>
  room.transactions.within(async () => {
    await room.campaigns.write(aCampaign({ id, locales }));
    await room.noticing.written(id, by);
  });

const handsOf = async (id: string) => (await room.hands.of(id)).map(({ person }) => person);

describe('a write', () => {
  it('makes its writer a hand, also while nothing is under review', async () => {
    await write('new', [aLocale()], ANN);
    room.world.now = NOON + 5;
    await write('new', [aLocale({ subject: 'x' })], ANN);
    expect(await room.hands.of('new')).toEqual([
      { campaignId: 'new', person: 'ann', lastAt: NOON + 5 },
    ]);
  });

  it.each([
    ['admin', 'cat'],
    ['admin-token', 'cat'],
    ['content-api-token', 'unknown'],
    ['users-permissions', 'unknown'],
    ['house', 'unknown'],
    ['unknown', 'unknown'],
  ] as const)('by %s is the hand of %s', async (door, person) => {
    const id = `by-${door}`;
    await write(id, [aLocale()], asking('cat', { door }));
    expect(await handsOf(id)).toEqual([person]);
  });

  it.each<[string, StoredLocale[]]>([
    ['the subject', [aLocale({ subject: 'Other' })]],
    ['the preheader', [aLocale({ preheader: 'Other' })]],
    ['the body', [aLocale({ body: [paragraph('Other')] })]],
    ['the name', [aLocale({ name: 'Other' })]],
    ['the sender', [aLocale({ sender: 'other' })]],
    ['the reply address', [aLocale({ replyTo: 'other@example.com' })]],
    ['the audience', [aLocale({ audience: { include: ['newsletter'], exclude: ['staff'] } })]],
    ['the wished time', [aLocale({ wishedAt: { local: '2027-01-01T09:00', zone: 'UTC' } })]],
    ['a translation', [aLocale(), aLocale({}, 'ja')]],
  ])('that changes %s voids the review', async (_, locales) => {
    const { id, campaignId } = await room.submitted();
    await write(campaignId, locales);
    expect(await room.stateOf(id)).toBe('void');
    expect(await handsOf(campaignId)).toEqual(['ann', 'cat']);
  });

  it('that changes nothing voids nothing and makes nobody a hand', async () => {
    const { id, campaignId } = await room.submitted();
    const { fields } = aLocale();
    const reordered = Object.fromEntries(Object.entries(fields).reverse());
    await write(campaignId, [{ locale: 'en', fields: { ...reordered, replyTo: '' } }]);
    expect(await room.stateOf(id)).toBe('in-review');
    expect(await handsOf(campaignId)).toEqual(['ann']);
  });

  it('that takes a translation away voids the review', async () => {
    const { id, campaignId } = await room.submitted({}, [aLocale(), aLocale({}, 'ja')]);
    await write(campaignId, [aLocale()]);
    expect(await room.stateOf(id)).toBe('void');
  });

  it('voids an approval too', async () => {
    const { id, campaignId } = await room.submitted();
    await room.reviewing.approve(id, asking('bob'), { readersShown: 3 });
    await write(campaignId, [aLocale({ subject: 'Other' })]);
    expect(await room.stateOf(id)).toBe('void');
  });

  it('leaves an edition alone that is being sent', async () => {
    const { id, campaignId } = await room.submitted();
    await room.reviewing.approve(id, asking('bob'), { readersShown: 3 });
    await room.editions.move(id, 'freeze', { at: NOON });
    await room.editions.move(id, 'begin', { at: NOON });
    await write(campaignId, [aLocale({ subject: 'The next one' })]);
    expect(await room.stateOf(id)).toBe('sending');
    expect(await handsOf(campaignId)).toContain('cat');
  });

  it('is undone together with what it voided', async () => {
    const { id, campaignId } = await room.submitted();
    const failing = room.transactions.within(async () => {
      await write(campaignId, [aLocale({ subject: 'Other' })]);
      throw new Error('the save failed');
    });
    await expect(failing).rejects.toThrow('the save failed');
    expect(await room.stateOf(id)).toBe('in-review');
    expect(await handsOf(campaignId)).toEqual(['ann']);
  });

  it('tells the audit trail who voided what, and from where', async () => {
    const { id, campaignId } = await room.submitted();
    await write(campaignId, [aLocale({ subject: 'Other' })]);
    const rows = await room.auditOf(id);
    expect(rows.at(-1)).toMatchObject({ act: 'edition.void', person: 'cat', ip: CAT.ip });
    expect(JSON.parse(String(rows.at(-1)?.detail))).toEqual({ because: 'changed' });
  });
});

describe('a deleted campaign', () => {
  it('voids what was made of it', async () => {
    const { id, campaignId } = await room.submitted();
    await room.transactions.within(async () => {
      await room.campaigns.remove(campaignId);
      await room.noticing.written(campaignId, CAT);
    });
    expect(await room.stateOf(id)).toBe('void');
  });
});

describe('a clone', () => {
  it('inherits every hand of the original, and gets that of whoever made it', async () => {
    await write('original', [aLocale()], ANN);
    await write('original', [aLocale({ subject: 'x' })], asking('?', { door: 'house' }));
    await room.noticing.cloned('original', 'copy', CAT);
    expect((await handsOf('copy')).sort()).toEqual(['ann', 'cat', 'unknown']);
  });
});

describe('a change nobody told of', () => {
  it('is found, voids the review and counts as an unknown hand', async () => {
    const { id, campaignId } = await room.submitted();
    await room.campaigns.write(
      aCampaign({ id: campaignId, locales: [aLocale({ subject: 'SQL' })] }),
    );
    await room.noticing.settle(campaignId);
    expect(await room.stateOf(id)).toBe('void');
    expect(await handsOf(campaignId)).toEqual(['ann', 'unknown']);
  });

  it('is found among all open editions', async () => {
    const changed = await room.submitted();
    const same = await room.submitted();
    const locales = [aLocale({ subject: 'SQL' })];
    await room.campaigns.write(aCampaign({ id: changed.campaignId, locales }));
    await room.noticing.settleAll();
    expect(await room.stateOf(changed.id)).toBe('void');
    expect(await room.stateOf(same.id)).toBe('in-review');
    expect(await handsOf(same.campaignId)).toEqual(['ann']);
  });
});
