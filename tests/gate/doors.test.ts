import { CALLERS } from '../support/gate/caller';
import { gatherCallers, type Callers } from '../support/gate/callers';
import { CONTENT_MANAGER_DOORS } from '../support/gate/content-manager-doors';
import type { Door } from '../support/gate/door';
import { expectNothingUnapproved, openOffice, READERS, type Office } from '../support/gate/office';
import { OTHER_DOORS } from '../support/gate/other-doors';
import { OUR_DOORS } from '../support/gate/our-doors';
import { createTable } from '../support/gate/record';

let office: Office;
let callers: Callers;
const table = createTable(1, 'Doors and callers');

beforeAll(async () => {
  office = await openOffice();
  callers = await gatherCallers(office.app, office.room);
});

afterAll(async () => {
  table.write();
  await office.close();
});

const PLAIN_NO = [401, 403, 404, 405];
const DOORS = [...OUR_DOORS, ...CONTENT_MANAGER_DOORS, ...OTHER_DOORS];

describe.each(DOORS)('$name', (door: Door) => {
  it.each(CALLERS)('lets nothing past with: $name', async (caller) => {
    await office.restore();
    const before = await office.print();
    const { status, text } = await door.knock(callers[caller.name], office);
    const isRefused = status >= 400;
    const seen = table.note({ door: door.name, caller: caller.name, answer: String(status) });
    if (!door.isFor(caller)) expect([...PLAIN_NO, door.alsoNo]).toContain(status);
    else expect(status).toBeLessThan(500);
    if (isRefused) expect(await office.print()).toBe(before);
    if (!door.isReveal || isRefused) expect(text).not.toContain(READERS);
    await expectNothingUnapproved(office);
    seen(isRefused ? 'refused' : 'harmless');
  });
});

interface Route {
  readonly methods: readonly string[];
  readonly path: string;
}

it("knocks at every route of the Content Manager's that takes a type", () => {
  const taking = office.app.strapi.server
    .listRoutes()
    .filter(({ path }: Route) => /^\/content-manager\/.*:(model|uid)/.test(path))
    .flatMap(({ methods, path }: Route) =>
      methods.filter((method) => method !== 'HEAD').map((method) => `${method} ${asDoor(path)}`),
    );
  const knocked = CONTENT_MANAGER_DOORS.map(({ name }) => name.replace(/\?.*/, ''));
  expect(taking.length).toBeGreaterThan(25);
  expect(
    taking.filter((route) => !route.includes('/components/') && !knocked.includes(route)),
  ).toEqual([]);
});

const asDoor = (path: string): string =>
  path
    .replace(':model', ':uid')
    .replace(':sourceId', ':id')
    .replace(':targetField', 'localizations');
