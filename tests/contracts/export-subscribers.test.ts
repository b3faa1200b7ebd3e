import { createExportStore } from '../../server/src/adapters/store/exports';
import { createListedReaders } from '../../server/src/adapters/store/listed-readers';
import type { AccountChange } from '../../server/src/domain/access/account';
import {
  ASKS_A_DAY,
  KEPT_MS,
  MOST_DOWNLOADS,
  WAITS_MS,
} from '../../server/src/domain/subscribers/list-export';
import { createExportSubscribers } from '../../server/src/flows/export-subscribers';
import { asking } from '../support/asking';
import { createVillage, keepTown, type Town } from '../support/people';
import { aPerson } from '../support/person';

const ANN = asking('ann');
const BOB = asking('bob');
const WISH = { listId: 'newsletter', reason: 'The printer wants labels' };
const PAGE = { limit: 50 };
const DAY = 24 * 60 * 60 * 1000;

const no = (reason: string) => ({ ok: false, reason });

describe('an export of a list', () => {
  const users = createVillage();
  let town: Town;
  let now: number;
  /** Who is active and holds the right. */
  let holders: Set<string>;
  let changes: AccountChange[];
  const isOn = { isOn: true };
  keepTown([users], (opened) => {
    town = opened;
  });

  beforeEach(async () => {
    now = 1_700_000_000_000;
    holders = new Set(['ann', 'bob']);
    changes = [];
    users.move(aPerson({ externalId: 'ann', name: '=HYPERLINK("http://x")' }));
    users.move(aPerson({ externalId: 'ben', name: 'Ben, the second', locale: 'ja' }));
    await town.reconcile();
  });

  const flow = ({ isOn: on } = isOn) =>
    createExportSubscribers({
      ...town,
      exports: createExportStore(town.db),
      listed: createListedReaders(town.db, town.keys),
      exporters: { may: async (person) => holders.has(person) },
      accounts: { since: async (time) => changes.filter(({ at }) => at >= time) },
      accountQuietDays: 7,
      clock: { now: () => now },
      isOn: on,
    });

  const asked = async (): Promise<string> => {
    const answer = await flow().ask(WISH, ANN);
    if (answer.ok) return answer.value.id;
    throw new Error(`not asked: ${answer.reason}`);
  };
  const allowed = async (): Promise<string> => {
    const id = await asked();
    expect(await flow().allow(id, BOB)).toMatchObject({ ok: true });
    return id;
  };
  const file = async (id: string): Promise<string> => {
    const answer = await flow().download(id, ANN);
    if (!answer.ok) throw new Error(`not downloaded: ${answer.reason}`);
    const pieces: string[] = [];
    for await (const piece of answer.value.content) pieces.push(piece);
    return pieces.join('');
  };
  const told = async () =>
    (await town.rows('audit'))
      .filter(({ act }) => String(act).startsWith('export.'))
      .map(({ act, result, person }) => [act, result, person]);

  it('is refused by every act where the site owner has not turned exports on', async () => {
    const id = await allowed();
    const off = flow({ isOn: false });
    expect(await off.ask(WISH, ANN)).toEqual(no('exports-off'));
    for (const act of [off.allow, off.refuse, off.withdraw, off.download]) {
      expect(await act(id, ANN)).toEqual(no('exports-off'));
    }
  });

  it('goes from one person to another and back, each step in the audit trail without an address', async () => {
    const id = await allowed();
    await file(id);
    expect(await told()).toEqual([
      ['export.ask', 'done', 'ann'],
      ['export.allow', 'done', 'bob'],
      ['export.download', 'done', 'ann'],
    ]);
    const rows = JSON.stringify(await town.rows('audit'));
    expect(rows).not.toContain('@');
    expect(rows).toContain('readers');
  });

  it('is a file that a spreadsheet opens and calculates nothing of, each row marked with the export', async () => {
    const id = await allowed();
    const since = new Date(town.at()).toISOString();
    expect(await file(id)).toBe(
      '\uFEFFaddress,name,locale,on the list since,export\r\n' +
        `ann@example.com,"'=HYPERLINK(""http://x"")",en,${since},${id}\r\n` +
        `ben@example.com,"Ben, the second",ja,${since},${id}\r\n`,
    );
  });

  it('holds who a newsletter would go to now, and nobody else', async () => {
    const id = await allowed();
    await town.manage.suppress('ben@example.com', BOB, null);
    users.move(aPerson({ externalId: 'ann', consent: false }));
    users.move(aPerson({ externalId: 'cat' }));
    await town.reconcile();
    expect((await file(id)).match(/\S+@example\.com/g)).toEqual(['cat@example.com']);
  });

  it('goes through a list longer than a page, each reader once', async () => {
    for (let n = 0; n < 1001; n += 1) users.move(aPerson({ externalId: `r${n}` }));
    await town.reconcile();
    const addresses = (await file(await allowed())).match(/\S+@example\.com/g) ?? [];
    expect(new Set(addresses).size).toBe(1003);
    expect(addresses).toHaveLength(1003);
  });

  it('is never allowed by whoever asked', async () => {
    const id = await asked();
    expect(await flow().allow(id, ANN)).toEqual(no('own-export'));
    expect(await flow().download(id, ANN)).toEqual(no('export-not-allowed'));
    expect(await told()).toContainEqual(['export.allow', 'own-export', 'ann']);
  });

  it.each(['admin-token', 'unknown'] as const)('takes people, no %s', async (door) => {
    const id = await allowed();
    expect(await flow().ask(WISH, { ...ANN, door })).toEqual(no('not-in-person'));
    expect(await flow().download(id, { ...ANN, door })).toEqual(no('not-in-person'));
    expect(await flow().allow(await asked(), { ...BOB, door })).toEqual(no('not-in-person'));
  });

  it('is not allowed by who may not export, or whose account whoever asked has touched, or the other way round', async () => {
    const id = await asked();
    expect(await flow().allow(id, asking('visitor'))).toEqual(no('not-permitted'));
    changes = [{ account: 'bob', kind: 'roles', by: 'ann', at: now - 6 * DAY }];
    expect(await flow().allow(id, BOB)).toEqual(no('account-not-quiet'));
    changes = [{ account: 'ann', kind: 'password', by: 'bob', at: now - 6 * DAY }];
    expect(await flow().allow(id, BOB)).toEqual(no('account-not-quiet'));
    changes = [{ account: 'bob', kind: 'roles', by: 'ann', at: now - 8 * DAY }];
    expect(await flow().allow(id, BOB)).toMatchObject({ ok: true });
  });

  it('is downloaded by whoever asked, and by nobody else', async () => {
    expect(await flow().download(await allowed(), BOB)).toEqual(no('not-your-export'));
  });

  it('is downloaded only while both still hold the right', async () => {
    const id = await allowed();
    holders = new Set(['bob']);
    expect(await flow().download(id, ANN)).toEqual(no('not-permitted'));
    holders = new Set(['ann']);
    expect(await flow().download(id, ANN)).toEqual(no('allower-gone'));
    holders = new Set(['ann', 'bob']);
    expect(await flow().download(id, ANN)).toMatchObject({ ok: true });
  });

  it('is downloaded a few times, and no more', async () => {
    const id = await allowed();
    for (let done = 0; done < MOST_DOWNLOADS; done += 1) await file(id);
    expect(await flow().download(id, ANN)).toEqual(no('export-over'));
  });

  it('is downloaded no more often when that is asked for at once', async () => {
    const id = await allowed();
    const answers = await Promise.all([1, 2, 3, 4, 5, 6].map(() => flow().download(id, ANN)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(MOST_DOWNLOADS);
  });

  it('is over a day after it was allowed, or a week after it was asked for in vain', async () => {
    const [waiting, ready] = [await asked(), await allowed()];
    now += KEPT_MS - 1;
    expect(await file(ready)).toContain('ann@example.com');
    now += 1;
    expect(await flow().download(ready, ANN)).toEqual(no('export-over'));
    now += WAITS_MS;
    expect(await flow().allow(waiting, BOB)).toEqual(no('export-over'));
    const states = (await flow().list(PAGE, ANN)).map(({ state }) => state);
    expect(states).toEqual(['expired', 'expired']);
  });

  it('can be refused by a second person and withdrawn by the first, even when it was allowed', async () => {
    const refused = await asked();
    expect(await flow().refuse(refused, ANN)).toEqual(no('own-export'));
    expect(await flow().refuse(refused, BOB)).toMatchObject({ ok: true });
    expect(await flow().allow(refused, BOB)).toEqual(no('somebody-was-first'));
    const withdrawn = await allowed();
    expect(await flow().withdraw(withdrawn, BOB)).toEqual(no('not-your-export'));
    expect(await flow().withdraw(withdrawn, ANN)).toMatchObject({ ok: true });
    for (const id of [refused, withdrawn]) {
      expect(await flow().download(id, ANN)).toEqual(no('export-not-allowed'));
    }
  });

  it('has one outcome when it is allowed, refused and withdrawn at once', async () => {
    for (let round = 0; round < 4; round += 1) {
      now += DAY;
      const id = await asked();
      const answers = await Promise.all([
        ...[flow().allow(id, BOB), flow().refuse(id, asking('cat'))],
        ...[flow().allow(id, BOB), flow().refuse(id, BOB)],
      ]);
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    }
  });

  it('is asked for a few times a day, for lists there are, and keeps no address in its reason', async () => {
    expect(await flow().ask({ ...WISH, listId: 'none' }, ANN)).toEqual(no('no-such-list'));
    const answer = await flow().ask({ ...WISH, reason: 'For tom@example.com' }, ANN);
    expect(answer).toMatchObject({ ok: true, value: { reason: 'For ‹address›', readers: 2 } });
    for (let done = 1; done < ASKS_A_DAY; done += 1) await asked();
    expect(await flow().ask(WISH, ANN)).toEqual(no('too-many-exports'));
    expect(await flow().ask(WISH, BOB)).toMatchObject({ ok: true });
    now += DAY + 1;
    expect(await flow().ask(WISH, ANN)).toMatchObject({ ok: true });
  });
});
