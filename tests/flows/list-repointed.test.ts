import { asking } from '../support/asking';
import { aLocale, paragraph } from '../support/campaigns';
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

  it('voids what goes to others once their names, languages or attributes come from elsewhere', async () => {
    const rule = { kind: 'text', attribute: 'plan', is: 'equal', value: 'gold' } as const;
    await room.segments.insert({ id: 'gold', name: 'Gold', rule, changedAt: 1 });
    const [spoken, inEnglish] = [{ kind: 'locale', locale: 'en' }, 'in-english'] as const;
    await room.segments.insert({ id: inEnglish, name: 'English', rule: spoken, changedAt: 1 });
    const narrowed = (segment: string) => ({
      ...{ subject: 'Autumn', body: [paragraph('It is autumn.')] },
      audience: { include: ['newsletter'], exclude: [], segments: [segment] },
    });
    const plain = await room.submitted({ subject: 'Autumn' });
    const named = await room.submitted();
    const byPlan = await room.submitted(narrowed('gold'));
    const byLanguage = await room.submitted(narrowed(inEnglish));
    const inTwo = await room.submitted({}, [
      ...[aLocale({ subject: 'Autumn' }), aLocale({ subject: '秋' }, 'ja')],
    ]);
    const states = async () => {
      const all = [plain, named, byPlan, byLanguage, inTwo];
      return Promise.all(all.map(({ id }) => room.stateOf(id)));
    };
    const fields = { email: 'mail', consent: 'agreed' };
    const other = [{ name: 'visits', kind: 'number', field: 'visits' }] as const;
    const waits = 'in-review';

    await room.repointed([{ list: 'guests', fields, attributes: other }], CAT);
    expect(await states()).toEqual([waits, waits, waits, waits, waits]);
    const plan = [{ name: 'plan', kind: 'text', field: 'mail' }] as const;
    await room.repointed(
      [
        { list: 'guests', fields },
        { list: 'guests', fields, attributes: plan },
      ],
      CAT,
    );
    expect(await states()).toEqual([waits, waits, 'void', waits, waits]);
    await room.repointed([{ list: 'guests', fields: { ...fields, locale: 'tongue' } }], CAT);
    expect(await states()).toEqual([waits, waits, 'void', 'void', 'void']);
    await room.repointed([{ list: 'guests', fields: { ...fields, name: 'mail' } }], CAT);
    expect(await states()).toEqual([waits, 'void', 'void', 'void', 'void']);

    expect(await handsOf(byPlan.campaignId)).toEqual(['ann', 'cat']);
    const rows = await room.auditOf(byPlan.id);
    expect(JSON.parse(String(rows.at(-1)?.detail))).toEqual({ because: 'source-repointed' });
  });
});
