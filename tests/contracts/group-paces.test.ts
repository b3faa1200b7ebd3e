import { createGroupPaceStore } from '../../server/src/adapters/store/group-paces';
import { slower, type GroupPace } from '../../server/src/domain/delivery/group-pace';
import { NOON } from '../support/editions';
import { openDatabase, type TestDatabase } from '../support/database';

describe('the groups of domains that have complained', () => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openDatabase();
  });
  afterAll(() => opened.close());
  const store = () => createGroupPaceStore(opened.db);

  it('are known to every process, until they are forgotten', async () => {
    const pace = await store().change('gmail', () => slower(null, NOON, 8), NOON);
    expect(await store().all()).toEqual(new Map([['gmail', pace]]));
    await store().forget(['gmail', 'another']);
    expect(await store().all()).toEqual(new Map());
  });

  it('change one after the other, however many complain at once', async () => {
    let at = NOON;
    const halve = (before: GroupPace | null) => slower(before, (at += 10_000), 1024);
    await Promise.all(Array.from({ length: 5 }, () => store().change('docomo', halve, NOON)));
    expect((await store().all()).get('docomo')?.perSecond).toBe(1024 / 2 ** 5);
  });
});
