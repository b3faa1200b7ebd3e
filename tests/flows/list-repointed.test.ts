import { asking } from '../support/asking';
import { NOON } from '../support/editions';
import { keepOffice, type Office } from '../support/editorial-office';

describe('a list that is filled otherwise from now on', () => {
  let room: Office;
  keepOffice((office) => {
    room = office;
  });

  const CAT = asking('cat');
  const handsOf = async (id: string) => (await room.hands.of(id)).map(({ person }) => person);
  const onAList = { kind: 'not', rule: { kind: 'list', list: 'guests' } } as const;

  it.each([
    ['waits', async () => undefined],
    [
      'is countersigned',
      (id: string) => room.reviewing.approve(id, asking('bob'), { readersShown: 3 }),
    ],
  ])('voids what %s for it, and whoever did it had a hand in that', async (_, then) => {
    const { id, campaignId } = await room.submitted();
    await then(id);
    await room.listRepointed('newsletter', CAT);
    expect(await room.stateOf(id)).toBe('void');
    expect(await handsOf(campaignId)).toEqual(['ann', 'cat']);
    const rows = await room.auditOf(id);
    expect(rows.at(-1)).toMatchObject({ act: 'edition.void', person: 'cat', ip: CAT.ip });
    expect(JSON.parse(String(rows.at(-1)?.detail))).toEqual({ because: 'list-repointed' });
  });

  it('voids what leaves its readers out, or asks for them in a segment', async () => {
    await room.segments.insert({
      id: 'not-guests',
      name: 'Not guests',
      rule: onAList,
      changedAt: 1,
    });
    const audience = { include: ['newsletter'], exclude: [], segments: ['not-guests'] };
    const { id } = await room.submitted({ audience });
    await room.listRepointed('guests', CAT);
    expect(await room.stateOf(id)).toBe('void');
  });

  it('leaves alone what goes to others, and what is being sent', async () => {
    const waiting = await room.submitted();
    const { id, campaignId } = await room.submitted();
    await room.listRepointed('guests', CAT);
    expect(await room.stateOf(waiting.id)).toBe('in-review');

    await room.reviewing.approve(id, asking('bob'), { readersShown: 3 });
    await room.editions.move(id, 'freeze', { at: NOON });
    await room.editions.move(id, 'begin', { at: NOON });
    await room.listRepointed('newsletter', CAT);
    expect(await room.stateOf(id)).toBe('sending');
    expect(await handsOf(campaignId)).toEqual(['ann']);
  });
});
