import type { Endpoint } from '../../server/src/contracts/endpoint';
import { ENDPOINTS } from '../../server/src/contracts/endpoints';
import { PERMISSIONS } from '../../server/src/names';

const endpoints = Object.entries<Endpoint>(ENDPOINTS);
const behind = (door: Endpoint['door']) => endpoints.filter(([, one]) => one.door === door);

it('gives no two endpoints one address', () => {
  const addresses = endpoints.map(
    ([, { door, method, path }]) => `${door === 'admin'} ${method} ${path}`,
  );
  expect(new Set(addresses).size).toBe(addresses.length);
});

it.each(endpoints)('%s needs permissions that exist', (_name, { needs }) => {
  expect(PERMISSIONS).toEqual(expect.arrayContaining([...needs]));
});

it('asks for a permission at every admin endpoint but those about oneself', () => {
  const free = behind('admin').filter(([, { needs }]) => needs.length === 0);
  expect(free.map(([name]) => name)).toEqual(['me.find', 'me.address', 'me.askLink']);
});

it('marks as personal data whatever takes the right to see subscribers', () => {
  const seeing = endpoints.filter(([, { needs }]) =>
    needs.some((need) =>
      ['subscriber.read', 'subscriber.reveal', 'subscriber.export'].includes(need),
    ),
  );
  expect(seeing.length).toBeGreaterThan(4);
  for (const [name, { shows }] of seeing) expect([name, shows]).toEqual([name, 'personal-data']);
});

it('knows of every admin endpoint that names a campaign, an edition, a reader, a list or an export which', () => {
  const ROOMS: Readonly<Record<string, string>> = {
    ...{ campaigns: 'campaign', editions: 'edition' },
    ...{ subscribers: 'subscriber', lists: 'list', exports: 'export' },
  };
  for (const [name, { path, about }] of behind('admin')) {
    const [, room = ''] = /^\/(\w+)\/:id/.exec(path) ?? [];
    if (about !== 'some-of-them') expect([name, about]).toEqual([name, ROOMS[room]]);
  }
});

it('asks for a right on some only where those are all that is shown, or where stopping is', () => {
  const loose = behind('admin').filter(([, { about }]) => about === 'some-of-them');
  expect(loose.map(([name]) => name).sort()).toEqual([
    ...['campaigns.list', 'editions.list', 'exports.list', 'lists.list', 'me.find'],
    ...['people.list', 'people.search', 'reports.deliveries', 'setUp.find'],
    ...['stop.everything', 'stop.find'],
  ]);
});

it('lets programs read and nothing else', () => {
  expect(behind('api').map(([, { method }]) => method)).toEqual(behind('api').map(() => 'GET'));
});

it('uses names that read-only API tokens of Strapi pass', () => {
  for (const [name] of behind('api')) expect(name).toMatch(/\.(find|findOne)$/);
});

/** A rule is too long for an address, so counting it is a POST. */
const READS_ALL_THE_SAME = ['segments.count'];

it('never lets a reading permission do anything but read, apart from the emergency stop', () => {
  const READING = ['campaign.read', 'list.read', 'report.read', 'subscriber.read'];
  const acts = endpoints.filter(
    ([name, { method, needs }]) =>
      method !== 'GET' &&
      !READS_ALL_THE_SAME.includes(name) &&
      needs.some((need) => READING.includes(need)),
  );
  expect(acts.map(([name]) => name)).toEqual(['stop.everything']);
});

it('has a schema for every placeholder of its path', () => {
  for (const [, { path, params }] of endpoints) {
    const placeholders = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name);
    expect(Object.keys(shapeOf(params))).toEqual(placeholders);
  }
});

const shapeOf = (schema: unknown): object =>
  typeof schema === 'object' && schema !== null && 'shape' in schema ? Object(schema.shape) : {};
