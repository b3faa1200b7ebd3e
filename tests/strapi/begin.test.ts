import { TABLES } from '../../server/src/names';
import { eventually } from '../support/newsroom';
import { bootStrapi, type TestApp } from '../support/strapi';

const AWAY = 'countersign_away';

let app: TestApp;
const serves = (): boolean => app.strapi.server.httpServer.listening;
afterEach(async () => {
  if (serves()) await app.close();
});

const renamed = (from: string, to: string) =>
  app.strapi.db.getSchemaConnection().renameTable(from, to);

const sending = async (): Promise<string> => {
  const { body } = await app.nobody.get('/api/countersign/health');
  return (body as { sending: string }).sending;
};

/** Serves, and has failed to begin. */
async function serveInVain(): Promise<void> {
  app = await bootStrapi({ isServing: false });
  await renamed(TABLES.leases, AWAY);
  const told = jest.spyOn(app.strapi.log, 'error');
  await app.serve();
  await eventually('the first try to fail', async () => told.mock.calls[0]);
  expect(await sending()).toBe('none');
}

it('begins to send as soon as its database lets it, not at the first try alone', async () => {
  await serveInVain();
  await renamed(AWAY, TABLES.leases);
  expect(await eventually('it to send', sendsWell)).toBe('well');
});

const sendsWell = async (): Promise<string | undefined> =>
  (await sending()) === 'well' ? 'well' : undefined;

it('ends while it still tries to begin', async () => {
  await serveInVain();
  await app.close();
  expect(serves()).toBe(false);
});
