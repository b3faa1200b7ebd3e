import type { Asking } from '../../server/src/domain/access/asking';
import { createReadPeople } from '../../server/src/flows/read-people';
import { LOOKS_AN_HOUR } from '../../server/src/flows/read-people/look';
import { createVillage, openTown, type Town } from '../support/people';
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
  beforeAll(async () => {
    town = await openTown(users);
  });
  afterAll(() => town.close());
  afterEach(() => town.empty());

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
