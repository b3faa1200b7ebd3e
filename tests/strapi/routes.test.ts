import type { Endpoint } from '../../server/src/contracts/endpoint';
import { ENDPOINTS } from '../../server/src/contracts/endpoints';
import { bootStrapi, type TestApp } from '../support/strapi';

interface RunningRoute {
  readonly method: string;
  readonly path: string;
  readonly handler: string;
  readonly info?: { readonly type?: string };
  readonly config?: { readonly auth?: unknown; readonly policies?: readonly { name: string }[] };
}

let app: TestApp;
let running: readonly RunningRoute[];

beforeAll(async () => {
  app = await bootStrapi();
  const routers = Object.values(app.strapi.plugin('countersign').routes) as unknown as {
    readonly routes: readonly RunningRoute[];
  }[];
  running = routers.flatMap(({ routes }) => routes);
});

afterAll(() => app.close());

const named = ({ method, path, handler }: RunningRoute) => `${method} ${path} → ${handler}`;

it('runs the endpoints of the registry and no others', () => {
  const registered = Object.entries<Endpoint>(ENDPOINTS).map(([handler, { method, path }]) =>
    named({ method, path, handler }),
  );
  expect(running.map(named).sort()).toEqual(registered.sort());
});

it('puts sign-in, address and permission before every admin route, in that order', () => {
  const admin = running.filter(({ info }) => info?.type === 'admin');
  expect(admin.length).toBeGreaterThan(30);
  for (const { config } of admin) {
    expect(config?.policies?.map(({ name }) => name)).toEqual([
      'plugin::countersign.signed-in',
      'plugin::countersign.from-allowed-address',
      'plugin::countersign.permitted',
    ]);
    expect(config?.auth).not.toBe(false);
  }
});

it('lets only the public endpoints go without a sign-in', () => {
  const open = running.filter(({ config }) => config?.auth === false);
  const publicOnes = Object.entries<Endpoint>(ENDPOINTS).filter(
    ([, { door }]) => door === 'public',
  );
  expect(open.map(({ handler }) => handler).sort()).toEqual(
    publicOnes.map(([name]) => name).sort(),
  );
});

it('gives no other plugin or API a route of its own on campaigns', () => {
  const paths = app.strapi.server.listRoutes().map(({ path }) => path);
  expect(paths.filter((path) => /campaign/i.test(path))).toEqual(
    paths.filter((path) => path.startsWith('/countersign/campaigns')),
  );
});
