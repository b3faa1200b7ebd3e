import { createAuditChain } from '../../server/src/adapters/store/audit/chain';
import { sealRows } from '../../server/src/domain/audit/chain';
import { createHoldRestored } from '../../server/src/flows/hold-restored';
import { LOG_EVENTS } from '../../server/src/names';
import { asking } from '../support/asking';
import { NOON } from '../support/editions';
import { openPostOffice, type PostOffice } from '../support/post-office';
import { createMarkInMemory, DATABASE_ID } from '../support/trail';

const ann = asking('ann');

describe('a process that begins', () => {
  let office: PostOffice;
  beforeEach(async () => {
    office = await openPostOffice();
  });
  afterEach(() => office.close());

  /** Seals what the database holds, and answers a mark as far ahead of it as told. */
  const markAhead = async (by: number) => {
    const chain = createAuditChain(office.db);
    const after = (await chain.head()) ?? { seq: 0, seal: '' };
    const sealing = { databaseId: DATABASE_ID, sign: (text: string) => `k1.${text.length}` };
    await chain.append(sealRows(await chain.unsealed('ever', 500), { after, at: NOON }, sealing));
    const head = await chain.head();
    if (!head) throw new Error('nothing was sealed');
    return createMarkInMemory({ databaseId: DATABASE_ID, seq: head.seq + by, seal: head.seal });
  };
  const begin = (mark: ReturnType<typeof createMarkInMemory>, databaseId = DATABASE_ID) =>
    createHoldRestored({ ...office, chain: createAuditChain(office.db), mark, databaseId })();
  const acts = async () => (await office.audit.list({ limit: 50 })).map(({ act }) => act);

  it('leaves everything as it is when the database is what was known', async () => {
    const { edition } = await office.begun(1);
    expect(await begin(await markAhead(0))).toBe('in-step');
    expect(await office.stateOf(edition)).toBe('sending');
  });

  it('finds nothing strange in its first boot', async () => {
    expect(await begin(createMarkInMemory())).toBe('first');
    expect(await acts()).toEqual([]);
  });

  it('notes that there is no mark where there should be one', async () => {
    const { edition } = await office.begun(1);
    await markAhead(0);
    expect(await begin(createMarkInMemory())).toBe('unmarked');
    expect(await acts()).toContain('database.unmarked');
    expect(await office.stateOf(edition)).toBe('sending');
  });

  it.each([
    ['holds less than was known', 1, DATABASE_ID],
    ['is another one', 0, 'database-2'],
  ])('holds whatever could still be sent when the database %s', async (_what, by, databaseId) => {
    const { edition: sending } = await office.begun(1);
    const { edition: approved } = await office.addEditionTo(1);
    const { edition: scheduled } = await office.addEditionTo(1, { state: 'scheduled' });
    const { edition: paused } = await office.addEditionTo(1, { state: 'paused' });
    const { edition: waiting } = await office.addEditionTo(1, { state: 'in-review' });
    const mark = await markAhead(by);
    expect(await begin(mark, databaseId)).toBe('restored');

    for (const { id } of [sending, approved, scheduled, paused]) {
      const held = await office.editions.find(id);
      expect(held).toMatchObject({ state: 'held', heldBecause: 'restored' });
    }
    expect(await office.stateOf(waiting)).toBe('in-review');
    expect((await acts())[0]).toBe('database.restored');
    expect(office.log.events.map(({ event }) => event)).toContain(LOG_EVENTS.databaseNoted);
    expect(await begin(mark, databaseId)).toBe('in-step');
  });

  it('leaves it to people to go on with the same bytes', async () => {
    const { edition } = await office.begun(1);
    await begin(await markAhead(1));
    const control = office.controlWith({ stop: () => undefined });
    expect(await control.resume(edition.id, ann)).toMatchObject({ ok: true });
    expect(await office.stateOf(edition)).toBe('sending');
  });

  it('holds again after it was killed before it was through', async () => {
    const { edition } = await office.begun(1);
    const mark = await markAhead(1);
    const killed = { ...mark, write: () => Promise.reject(new Error('killed')) };
    await expect(begin(killed)).rejects.toThrow('killed');
    expect(await begin(mark)).toBe('restored');
    expect(await office.stateOf(edition)).toBe('held');
  });
});
