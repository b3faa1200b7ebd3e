import type { Line } from '../../server/src/domain/access/allow-list';
import { createCheckAddress } from '../../server/src/flows/check-address';
import { LOG_EVENTS, TABLES } from '../../server/src/names';
import type { SettingStore } from '../../server/src/ports';
import { asking } from '../support/asking';
import { openOffice, type Office } from '../support/editorial-office';
import { createRememberedLog, type RememberedLog } from '../support/log';

const line = (address: string): Line => ({ address, label: 'Here', scope: 'everything' });
const INSIDE = asking('ann', { ip: '192.0.2.1' });
const OUTSIDE = asking('ann', { ip: '203.0.113.9' });

let room: Office;
let log: RememberedLog;
const time = { now: 0 };
beforeAll(async () => {
  room = await openOffice();
});
beforeEach(async () => {
  log = createRememberedLog();
  await room.settings.set('allow-list', [], 'ann', 0);
});
afterAll(() => room.close());

const checking = (
  allowList: { lines?: readonly Line[]; ignoreSaved?: boolean } = {},
  settings: Pick<SettingStore, 'get'> = room.settings,
) =>
  createCheckAddress({
    ...{ settings, audit: room.audit, log },
    clock: { now: () => time.now },
    allowList: { lines: [], ignoreSaved: false, ...allowList },
  });

const save = (...lines: Line[]) => room.settings.set('allow-list', lines, 'ann', 0);

const refusalsIn = async (): Promise<Record<string, unknown>[]> =>
  room.db.read(async (k) =>
    room.db.table(k, TABLES.audit).where({ act: 'allow-list.refuse' }).orderBy('id').select(),
  );

describe('checking an address', () => {
  it('lets everybody in while there is no line', async () => {
    expect(await checking().check(OUTSIDE, 'everything')).toBe(true);
  });

  it('asks the lines of the configuration and those of the admin together', async () => {
    await save(line('198.51.100.0/24'));
    const { check } = checking({ lines: [line('192.0.2.1')] });
    expect(await check(INSIDE, 'everything')).toBe(true);
    expect(await check(asking('bob', { ip: '198.51.100.3' }), 'everything')).toBe(true);
    expect(await check(OUTSIDE, 'everything')).toBe(false);
  });

  it('refuses whose address nobody knows, as soon as there is a line', async () => {
    const { check } = checking({ lines: [line('0.0.0.0/0')] });
    expect(await check(asking('ann', { ip: null }), 'everything')).toBe(false);
  });

  it('forgets what was saved where the configuration says so', async () => {
    await save(line('192.0.2.1'));
    expect(await checking({ ignoreSaved: true }).check(OUTSIDE, 'everything')).toBe(true);
  });

  it('lets nobody in when what was saved cannot be read, and says so', async () => {
    await room.settings.set('allow-list', 'broken', 'sql', 0);
    expect(await checking({ lines: [line('192.0.2.1')] }).check(INSIDE, 'everything')).toBe(false);
    expect(log.events.map(({ event }) => event)).toContain(LOG_EVENTS.allowListUnreadable);
  });

  it('knows a change of another process after two seconds, and one of its own at once', async () => {
    const { check, forget } = checking();
    expect(await check(OUTSIDE, 'everything')).toBe(true);
    await save(line('192.0.2.1'));
    time.now += 1999;
    expect(await check(OUTSIDE, 'everything')).toBe(true);
    time.now += 1;
    expect(await check(OUTSIDE, 'everything')).toBe(false);
    await save();
    forget();
    expect(await check(OUTSIDE, 'everything')).toBe(true);
  });

  it('does not remember what it read before a change that came meanwhile', async () => {
    let goOn = (): void => undefined;
    const held = new Promise<void>((resolve) => (goOn = resolve));
    const slow: Pick<SettingStore, 'get'> = {
      get: async (name) => {
        const read = await room.settings.get(name);
        await held;
        return read;
      },
    };
    const { check, forget } = checking({}, slow);
    const before = check(OUTSIDE, 'everything');
    await save(line('192.0.2.1'));
    forget();
    goOn();
    expect(await before).toBe(true);
    expect(await check(OUTSIDE, 'everything')).toBe(false);
  });
});

describe('a refusal for the address', () => {
  it('is logged once a minute for each address, and told to the trail for each person', async () => {
    const before = (await refusalsIn()).length;
    const { check } = checking({ lines: [line('192.0.2.1')] });
    const knock = async () => {
      for (const person of ['ann', 'ann', 'bob']) {
        await check(asking(person, { ip: '203.0.113.9' }), 'personal-data');
      }
    };
    await knock();
    expect(log.events).toEqual([
      {
        event: LOG_EVENTS.addressRefused,
        fields: { ip: '203.0.113.9', door: 'admin', scope: 'personal-data' },
      },
    ]);
    const rows = (await refusalsIn()).slice(before);
    expect(rows.map(({ person, ip, result }) => [person, ip, result])).toEqual([
      ['ann', '203.0.113.9', 'address-not-allowed'],
      ['bob', '203.0.113.9', 'address-not-allowed'],
    ]);
    time.now += 59_999;
    await knock();
    expect(log.events).toHaveLength(1);
    time.now += 1;
    await knock();
    expect(log.events).toHaveLength(2);
    expect((await refusalsIn()).slice(before)).toHaveLength(4);
  });
});
