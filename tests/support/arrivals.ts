import type { Endpoint } from '../../server/src/contracts/endpoint';
import { ENDPOINTS } from '../../server/src/contracts/endpoints';
import { hireSuperAdmin, type Colleague } from './staff';
import { bootStrapi, type BootOptions, type Caller, type TestApp } from './strapi';

export const OFFICE = '192.0.2.7';
export const HOME = '203.0.113.9';
export const LIST = [{ address: '192.0.2.0/24', label: 'Office', scope: 'everything' }];
export const SETTING = '/countersign/settings/allow-list';

const WITHOUT = { PROXY: 'false', PROXY_HOPS: '0', COUNTERSIGN_IGNORE_SAVED_LIST: 'false' };

/** A Strapi behind one proxy, so that a test can come from anywhere; nothing of it outlives the boot. */
export async function bootBehindProxy({ env, ...others }: BootOptions = {}): Promise<TestApp> {
  const settings = { ...WITHOUT, PROXY: 'true', PROXY_HOPS: '1', ...env };
  const app = await bootStrapi({ ...others, env: settings });
  Object.assign(process.env, WITHOUT);
  return app;
}

/** Somebody with every right there is by role has set the first list, from the office. */
export async function guardedOffice(app: TestApp): Promise<{ readonly chief: Colleague }> {
  const chief = await hireSuperAdmin(app, 'Chief');
  await from(chief, HOME).get('/countersign/campaigns').expect(200);
  await from(chief, OFFICE).put(SETTING, { lines: LIST }).expect(200);
  return { chief };
}

/** As one proxy hands it on, with the header at its end. */
export const from = (who: Caller, forwardedFor: string) => ({
  get: (path: string) => who.get(path).set('x-forwarded-for', forwardedFor),
  put: (path: string, body?: object) => who.put(path, body).set('x-forwarded-for', forwardedFor),
  post: (path: string, body?: object) => who.post(path, body).set('x-forwarded-for', forwardedFor),
  delete: (path: string) => who.delete(path).set('x-forwarded-for', forwardedFor),
});

export type Arriving = Pick<Caller, 'get' | 'put' | 'post' | 'delete'>;

export function knock(who: Arriving, method: string, path: string) {
  if (method === 'GET') return who.get(path);
  if (method === 'PUT') return who.put(path);
  return method === 'DELETE' ? who.delete(path) : who.post(path);
}

export const behind = (door: Endpoint['door']) =>
  Object.entries<Endpoint>(ENDPOINTS).filter(([, one]) => one.door === door);

const PREFIX = { admin: '/countersign', api: '/api/countersign', public: '/api/countersign' };
const MISSING = '0'.repeat(26);

/** Where an endpoint is, with ids of nothing. */
export const placeOf = ({ door, path }: Endpoint): string =>
  PREFIX[door] + path.replace(':hash', 'f'.repeat(64)).replace(/:\w+/g, MISSING);

interface Answer {
  readonly status: number;
  readonly body: { readonly error?: { readonly details?: { readonly code?: string } } };
}

export const codeOf = ({ body }: Answer): string | undefined => body.error?.details?.code;
export const saidBy = (answer: Answer) => [answer.status, codeOf(answer)];
export const REFUSED = [403, 'address-not-allowed'];
