import { createWakeOverdue } from '../../server/src/flows/wake-overdue';
import { createFakeSender } from '../support/fake-sender';
import { openPostOffice, type PostOffice } from '../support/post-office';

describe('a wake that was lost', () => {
  let office: PostOffice;
  let wakeOverdue: ReturnType<typeof createWakeOverdue>;
  beforeAll(async () => {
    office = await openPostOffice();
    wakeOverdue = createWakeOverdue({ ...office, findLost: office.batches.findForgotten });
  });
  afterAll(() => office.close());

  /** An edition being sent, and the wake of its batch, that nobody has any more. */
  const lost = async () => {
    const { edition } = await office.begun(2);
    const [wake] = office.queue.waiting();
    await office.queue.drain(async () => undefined);
    return { edition, wake };
  };

  it('is added again once it is five seconds overdue', async () => {
    const { edition, wake } = await lost();
    office.pass(4_999);
    await wakeOverdue();
    expect(office.queue.waiting()).toEqual([]);
    office.pass(1);
    await wakeOverdue();
    expect(office.queue.waiting()).toEqual([wake]);
    await office.drain(createFakeSender());
    expect(await office.stateOf(edition)).toBe('sent');
  });

  it('is added again at once by a process that begins', async () => {
    const { wake } = await lost();
    await wakeOverdue(0);
    expect(office.queue.waiting()).toEqual([wake]);
    await office.drain(createFakeSender());
  });
});
