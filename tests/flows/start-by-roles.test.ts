import { aColleague, asking } from '../support/asking';
import { createFakeSender } from '../support/fake-sender';
import { openPostOffice, type PostOffice } from '../support/post-office';

const ANN = asking('ann');

let office: PostOffice;
beforeAll(async () => {
  office = await openPostOffice();
});
afterAll(() => office.close());

const legalMustSign = () => ({ seals: { ...office.seals, fromEachOf: ['legal'] } });
const holds = (roles: readonly string[]) =>
  void office.colleagues.set('approver', aColleague('approver', { roles }));
const heldBecause = async ({ id }: { id: string }) => (await office.editions.find(id))?.heldBecause;

/** Approved by somebody who signed with these roles. */
async function approvedWith(roles: readonly string[] | null) {
  const { edition } = await office.addEditionTo(2, {}, { roles });
  return edition;
}
const start = (edition: { id: string }) => office.startWith(legalMustSign()).start(edition.id, ANN);

describe('starting where somebody of a role must have signed', () => {
  it('begins while they still have that role', async () => {
    holds(['editor', 'legal']);
    expect(await start(await approvedWith(['legal']))).toMatchObject({
      value: { state: 'sending' },
    });
  });

  it('is held when they have lost it since, though they may still approve', async () => {
    holds(['editor']);
    const edition = await approvedWith(['legal']);
    expect(await start(edition)).toEqual({ ok: false, reason: 'held' });
    expect(await heldBecause(edition)).toBe('roles');
  });

  it.each([
    ['they got it only after they had signed', []],
    ['no role was asked for when they signed', null],
  ])('is held when %s', async (_, roles) => {
    holds(['legal']);
    const edition = await approvedWith(roles);
    expect(await start(edition)).toEqual({ ok: false, reason: 'held' });
    expect(await heldBecause(edition)).toBe('seal');
  });

  it('is held when the role was written into the table', async () => {
    holds(['legal']);
    const edition = await approvedWith([]);
    await office.changeRow('decisions', { edition_id: edition.id }, { roles: '["legal"]' });
    expect(await start(edition)).toEqual({ ok: false, reason: 'held' });
    expect(await heldBecause(edition)).toBe('seal');
  });

  it('every batch looks at the sealed role again', async () => {
    holds(['legal']);
    const edition = await approvedWith(['legal']);
    await start(edition);
    await office.changeRow('decisions', { edition_id: edition.id }, { roles: '[]' });
    const sender = createFakeSender();
    await office.queue.drain(office.deliverWith(sender, legalMustSign()).deliver);
    expect(await office.stateOf(edition)).toBe('held');
    expect(await office.countsOf(edition)).toEqual({ pending: 2 });
  });
});
