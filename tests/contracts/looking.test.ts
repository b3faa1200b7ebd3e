import type { Asking } from '../../server/src/domain/access/asking';
import { createReadPeople } from '../../server/src/flows/read-people';
import { LOOKS_AN_HOUR } from '../../server/src/flows/read-people/look';
import { createVillage, keepTown, type Town } from '../support/people';
import { aPerson } from '../support/person';

const CLERK: Asking = { person: 'clerk', door: 'admin', ip: '10.0.0.1' };
const BECAUSE = { reason: 'They rang us up' };
const HOUR = 60 * 60 * 1000;

describe('opening an address', () => {
  const users = createVillage();
  let town: Town;
  let id: string;
  let now: number;
  let read: ReturnType<typeof createReadPeople>;
  keepTown([users], (opened) => {
    town = opened;
  });

  beforeEach(async () => {
    users.move(aPerson());
    await town.reconcile();
    id = await town.subscriberOf('ann');
    now = town.clock.now();
    read = createReadPeople({
      ...town,
      clock: { now: () => now },
      sources: () => [],
      pausedBy: () => null,
    });
  });

  const open = (by = CLERK) => read.reveal(id, by, BECAUSE);

  it('is told in the audit trail each time', async () => {
    await open();
    await read.access(id, CLERK, BECAUSE);
    const acts = (await town.rows('audit')).map(({ act, person }) => [act, person]);
    expect(acts).toContainEqual(['subscriber.reveal', 'clerk']);
    expect(acts).toContainEqual(['subscriber.access', 'clerk']);
  });

  it('is refused to whoever has opened enough in an hour, files of a person among them', async () => {
    for (let done = 1; done < LOOKS_AN_HOUR; done += 1) {
      expect(await open()).toMatchObject({ ok: true });
    }
    expect(await read.access(id, CLERK, BECAUSE)).toMatchObject({ ok: true });
    const refused = { ok: false, reason: 'too-many-looks' };
    expect([await open(), await read.access(id, CLERK, BECAUSE)]).toEqual([refused, refused]);
    const told = (await town.rows('audit')).filter(({ person }) => person === 'clerk');
    expect(told).toHaveLength(LOOKS_AN_HOUR);
    expect(await open({ ...CLERK, person: 'another' })).toMatchObject({ ok: true });
    now += HOUR + 1;
    expect(await open()).toMatchObject({ ok: true });
  });

  it('counts and tells a search by a whole address, found or not', async () => {
    const search = (address: string) => read.search(address, CLERK, BECAUSE);
    expect(await search(' ANN@example.com ')).toMatchObject({ ok: true, value: { id } });
    expect(await search('nobody@example.com')).toEqual({ ok: false, reason: 'no-such-subscriber' });
    expect(await search('nobody')).toEqual({ ok: false, reason: 'bad-address' });
    const rows = (await town.rows('audit')).filter(({ act }) => act === 'subscriber.search');
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toContain('@example');
    for (let done = 2; done < LOOKS_AN_HOUR; done += 1) await open();
    expect(await search('ann@example.com')).toEqual({ ok: false, reason: 'too-many-looks' });
  });

  it('shows who has a domain where some have, or to who may open addresses', async () => {
    const page = (mayReveal: boolean) => read.list({ domain: 'example.com', mayReveal, limit: 9 });
    expect([await page(false), await page(true)].map(({ length }) => length)).toEqual([0, 1]);
    for (const name of ['ben', 'cas', 'dan', 'eve']) {
      users.move(aPerson({ externalId: name, address: `${name}@example.com` }));
    }
    await town.reconcile();
    expect(await page(false)).toHaveLength(5);
  });

  it('is refused as well when they are all asked for at once', async () => {
    const answers = await Promise.all(Array.from({ length: 3 * LOOKS_AN_HOUR }, () => open()));
    expect(answers.filter(({ ok }) => ok).length).toBeLessThanOrEqual(LOOKS_AN_HOUR);
  });

  it("is not counted when it is the reader's own page", async () => {
    for (let done = 0; done <= LOOKS_AN_HOUR; done += 1) {
      expect(await read.accessOwn(id)).not.toBeNull();
    }
  });
});
