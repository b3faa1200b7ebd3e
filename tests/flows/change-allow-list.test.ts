import type { AccountChange } from '../../server/src/domain/access/account';
import type { Line } from '../../server/src/domain/access/allow-list';
import { createChangeAllowList } from '../../server/src/flows/change-allow-list';
import type { Asking } from '../../server/src/domain/access/asking';
import { systemChance } from '../../server/src/adapters/clock';
import { asking } from '../support/asking';
import { TABLES } from '../../server/src/names';
import { openOffice, type Office } from '../support/editorial-office';

const HOME = '203.0.113.9';
const at = (person: string, change: Partial<Asking> = {}) =>
  asking(person, { ip: '192.0.2.1', ...change });
const line = (address: string, label = 'Office'): Line => ({
  ...{ address, label, scope: 'everything' },
});
const OFFICE = line('192.0.2.0/24');
const LIST_SETTINGS = ['allow-list', 'allow-list-proposal'];

let room: Office;
let changes = 0;
let touched: AccountChange[] = [];
/** Rows of the trail that earlier tests left: nobody can take them away. */
let told = 0;
beforeAll(async () => {
  room = await openOffice();
});
beforeEach(async () => {
  for (const name of LIST_SETTINGS) {
    await room.settings.set(name, null, 'ann', 0);
  }
  changes = 0;
  touched = [];
  told = (await room.auditOf('allow-list')).length;
});
afterAll(() => room.close());

const changing = (allowList: { lines?: readonly Line[]; ignoreSaved?: boolean } = {}) =>
  createChangeAllowList({
    ...room,
    chance: systemChance,
    accounts: { since: async (time) => touched.filter((change) => change.at >= time) },
    accountQuietDays: 7,
    allowList: { lines: [], ignoreSaved: false, ...allowList },
    changed: () => void (changes += 1),
  });

const rowsTold = async () => (await room.auditOf('allow-list')).slice(told);

const actsTold = async () =>
  (await rowsTold()).map(({ act, person, result }) => [act, person, result]);

const addressesOf = (lines: readonly Line[]) => lines.map(({ address }) => address);

/** The office's list, by Ann; and her proposal of one more line. */
async function proposed(flow = changing()) {
  await flow.change([OFFICE], at('ann'));
  const answer = await flow.change([OFFICE, line(HOME, "Ann's home")], at('ann'));
  const id = answer.ok ? answer.value.proposal?.id : undefined;
  if (id === undefined) throw new Error('nothing was proposed');
  return { ...flow, id };
}

describe('the first list', () => {
  it('applies at once, and says who added which line and when', async () => {
    const { change, now } = changing();
    expect(await change([OFFICE], at('ann'))).toMatchObject({ ok: true });
    const { saved, proposal } = await now();
    expect(saved).toEqual([{ ...OFFICE, addedBy: 'ann', addedAt: room.world.now }]);
    expect(proposal).toBeNull();
    expect(changes).toBe(1);
    expect(await actsTold()).toEqual([['allow-list.begin', 'ann', 'done']]);
  });

  it('is no longer the first once it was emptied', async () => {
    const flow = changing();
    await flow.change([OFFICE], at('ann'));
    await flow.change([], at('ann'));
    await flow.confirm((await flow.now()).proposal?.id ?? '', at('bob'));
    await flow.change([OFFICE], at('ann'));
    expect(await flow.now()).toMatchObject({ saved: [], proposal: { by: 'ann' } });
  });

  it('waits for a second person where the configuration has lines', async () => {
    const { change, now } = changing({ lines: [OFFICE] });
    await change([line(HOME)], at('ann'));
    expect(await now()).toMatchObject({ saved: [], proposal: { by: 'ann' } });
  });
});

describe('any other change', () => {
  it('is not in force before another person has confirmed it', async () => {
    const { now, test, id, confirm } = await proposed();
    expect(addressesOf((await now()).saved)).toEqual([OFFICE.address]);
    expect((await test(HOME))?.verdicts.everything).toMatchObject({ isAllowed: false });
    expect(await confirm(id, at('bob'))).toMatchObject({ ok: true });
    expect(await now()).toMatchObject({ proposal: null });
    expect((await test(HOME))?.verdicts.everything).toMatchObject({ isAllowed: true });
    expect((await actsTold()).at(-1)).toEqual(['allow-list.confirm', 'bob', 'done']);
  });

  it.each([
    ['who proposed it', at('ann'), 'own-proposal'],
    ['an admin token', at('bob', { door: 'admin-token' }), 'not-in-person'],
    ['host code', at('bob', { door: 'house' }), 'not-in-person'],
    ['somebody it would shut out', at('bob', { ip: '198.51.100.1' }), 'would-shut-out'],
    ['somebody nobody knows where', at('bob', { ip: null }), 'would-shut-out'],
  ])('is not confirmed by %s, and the trail says so', async (_who, by, reason) => {
    const { confirm, id, now } = await proposed();
    expect(await confirm(id, by)).toEqual({ ok: false, reason });
    expect(addressesOf((await now()).saved)).toEqual([OFFICE.address]);
    expect((await actsTold()).at(-1)).toEqual(['allow-list.confirm', by.person, reason]);
  });

  it('is not confirmed with an account that whoever proposed it has touched, or the other way round', async () => {
    const { confirm, id, now } = await proposed();
    const daysAgo = (days: number) => room.world.now - days * 24 * 60 * 60_000;
    touched = [{ account: 'bob', kind: 'password', by: 'ann', at: daysAgo(6) }];
    expect(await confirm(id, at('bob'))).toEqual({ ok: false, reason: 'account-not-quiet' });
    touched = [{ account: 'ann', kind: 'password', by: 'bob', at: daysAgo(6) }];
    expect(await confirm(id, at('bob'))).toEqual({ ok: false, reason: 'account-not-quiet' });
    expect(addressesOf((await now()).saved)).toEqual([OFFICE.address]);
    touched = [
      { account: 'bob', kind: 'password', by: 'bob', at: daysAgo(1) },
      { account: 'bob', kind: 'password', by: 'ann', at: daysAgo(8) },
    ];
    expect(await confirm(id, at('bob'))).toMatchObject({ ok: true });
  });

  it('is confirmed only as somebody has seen it: another takes its place', async () => {
    const { change, confirm, discard, id, now } = await proposed();
    await change([OFFICE, line('198.51.100.1')], at('ann'));
    for (const answer of [await confirm(id, at('bob')), await discard(id, at('bob'))]) {
      expect(answer).toEqual({ ok: false, reason: 'somebody-was-first' });
    }
    expect((await now()).proposal).not.toBeNull();
  });

  it('can be taken back by who proposed it', async () => {
    const { discard, id, now } = await proposed();
    expect(await discard(id, at('ann'))).toMatchObject({ ok: true });
    expect((await now()).proposal).toBeNull();
    expect((await actsTold()).at(-1)).toEqual(['allow-list.discard', 'ann', 'done']);
  });

  it('is none where nothing is another', async () => {
    const { change, now } = changing();
    await change([OFFICE], at('ann'));
    await change([OFFICE], at('bob'));
    expect((await now()).proposal).toBeNull();
  });

  it('counts what came and went, and tells the trail no more', async () => {
    await proposed();
    const [, row] = await rowsTold();
    expect(JSON.parse(String(row?.detail))).toEqual({ lines: 2, added: 1, removed: 0 });
  });
});

describe('two at once', () => {
  it.each(Array.from({ length: 8 }, (_, n) => n))(
    'with the very first list: one applies, the other is proposed (%i)',
    async () => {
      await room.db.within((k) =>
        room.db.table(k, TABLES.settings).whereIn('name', LIST_SETTINGS).delete(),
      );
      const { change, now } = changing();
      const home = [OFFICE, line(HOME)];
      await Promise.all([change([OFFICE], at('ann')), change(home, at('bob'))]);
      const { saved, proposal } = await now();
      const both = [addressesOf(saved), addressesOf(proposal?.lines ?? [])];
      expect(both.sort()).toEqual([addressesOf([OFFICE]), addressesOf(home)].sort());
    },
  );

  it.each(Array.from({ length: 8 }, (_, n) => n))(
    'of whom one confirms while the other proposes anew: neither is lost (%i)',
    async () => {
      const { change, confirm, id, now } = await proposed();
      const anew = [OFFICE, line('198.51.100.1')];
      const [confirmed] = await Promise.all([confirm(id, at('bob')), change(anew, at('ann'))]);
      const { saved, proposal } = await now();
      expect(addressesOf(proposal?.lines ?? [])).toEqual(addressesOf(anew));
      expect(addressesOf(saved)).toEqual(confirmed.ok ? [OFFICE.address, HOME] : [OFFICE.address]);
    },
  );
});

describe('who saves a list', () => {
  it.each([
    ['whose address is not on it', at('ann', { ip: HOME })],
    ['whose address nobody knows', at('ann', { ip: null })],
  ])('is refused, %s', async (_who, by) => {
    const { change, now } = changing();
    expect(await change([OFFICE], by)).toEqual({ ok: false, reason: 'would-shut-out' });
    expect(await now()).toMatchObject({ saved: [], proposal: null });
  });

  it('may be let in by the configuration alone', async () => {
    const { change } = changing({ lines: [line(HOME)] });
    expect(await change([OFFICE], at('ann', { ip: HOME }))).toMatchObject({ ok: true });
  });

  it('may guard personal data from where they are themselves', async () => {
    const elsewhere: Line = { ...line('198.51.100.1'), scope: 'personal-data' };
    expect(await changing().change([elsewhere], at('ann'))).toMatchObject({ ok: true });
  });

  it('hears all complaints of a list that cannot be used', async () => {
    const answer = await changing().change([{ address: 'x' }], at('ann'));
    expect(answer).toMatchObject({ ok: false, complaints: [{}, {}] });
  });
});

it('tests no more than an address', async () => {
  const { test } = changing();
  expect(await test(' ::ffff:192.0.2.1 ')).toMatchObject({ address: '192.0.2.1' });
  for (const wrong of ['', 'office', '192.0.2.0/24']) expect(await test(wrong)).toBeNull();
});

it('asks the configuration alone where it says so', async () => {
  const { change, test } = changing({ ignoreSaved: true });
  await change([OFFICE], at('ann'));
  expect((await test(HOME))?.verdicts.everything).toEqual({ isAllowed: true, by: null });
});
