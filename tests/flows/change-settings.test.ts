import { createChangeSettings } from '../../server/src/flows/change-settings';
import { asking } from '../support/asking';
import { IDENTITY, openOffice, SENDERS, type Office } from '../support/editorial-office';

let room: Office;
let changing: ReturnType<typeof createChangeSettings>;
beforeAll(async () => {
  room = await openOffice();
  changing = createChangeSettings(room);
});
afterAll(() => room.close());

describe('settings made in the admin', () => {
  it('are kept, read again and told to the audit trail', async () => {
    await changing.setIdentity({ ...IDENTITY, name: 'The Gazette' }, asking('cat'));
    await changing.setSenders([...SENDERS, { ...SENDERS[0], id: 'second' }], asking('cat'));
    expect(await changing.identity()).toEqual({ ...IDENTITY, name: 'The Gazette' });
    expect((await changing.senders()).map(({ id }) => id)).toEqual(['gazette', 'second']);
    expect(await room.auditOf('identity')).toMatchObject([
      { act: 'settings.identity', person: 'cat' },
    ]);
    expect(await room.auditOf('senders')).toMatchObject([
      { act: 'settings.senders', person: 'cat' },
    ]);
  });

  it('stay as they are when the new ones cannot be used', async () => {
    const before = await changing.senders();
    const answer = await changing.setSenders([{ id: 'x' }], asking('cat'));
    expect(answer).toMatchObject({ ok: false });
    expect(await changing.senders()).toEqual(before);
    expect(await room.auditOf('senders')).toHaveLength(1);
  });

  it('are as if not set when somebody made them unreadable', async () => {
    await room.settings.set('senders', 'broken', 'sql', 1);
    await room.settings.set('identity', ['broken'], 'sql', 1);
    expect(await changing.senders()).toEqual([]);
    expect(await changing.identity()).toBeNull();
  });
});
