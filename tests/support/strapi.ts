import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createStrapi, type Core } from '@strapi/strapi';
import supertest from 'supertest';
import { makeDatabase, type StrapiDatabase } from './strapi-database';

// Booting takes seconds, and more where two boot at once; jest takes this from no project's settings.
jest.setTimeout(300_000);

const PLAYGROUND = join(__dirname, '../../playground');

/** The playground, booted for real and serving on a free port of this machine. */
export interface TestApp {
  readonly strapi: Core.Strapi;
  /** Nobody: no login, no cookie. */
  readonly nobody: Caller;
  /** Signed in with this bearer token, of whatever kind. */
  withToken(token: string, language?: string): Caller;
  /** Of one that was booted without: what begins when Strapi serves begins now. */
  serve(): Promise<void>;
  close(): Promise<void>;
}

/** A client over HTTP. */
export interface Caller {
  get(path: string): supertest.Test;
  post(path: string, body?: object): supertest.Test;
  put(path: string, body?: object): supertest.Test;
  delete(path: string): supertest.Test;
  head(path: string): supertest.Test;
}

export interface BootOptions {
  /** Left where it is at the end, for the next boot. */
  readonly database?: StrapiDatabase;
  /** Wins over what the playground would be given. */
  readonly env?: Readonly<Record<string, string>>;
  /** Before it loads: what a site has that the playground has not. */
  readonly prepare?: (strapi: Core.Strapi) => void;
  /** False: as in a console; hooks are there, nothing goes on by itself. */
  readonly isServing?: boolean;
}

/** One at a time in a test file: Strapi is a global. */
export async function bootStrapi(options: BootOptions = {}): Promise<TestApp> {
  const { database, env = {}, prepare, isServing = true } = options;
  const place = database ?? (await makeDatabase());
  const folder = await mkdtemp(join(tmpdir(), 'countersign-app-'));
  await mkdir(join(folder, 'public/uploads'), { recursive: true });
  Object.assign(process.env, settings(folder), place.env, env);
  const strapi = createStrapi({
    appDir: PLAYGROUND,
    distDir: join(PLAYGROUND, 'dist'),
    serveAdminPanel: false,
  });
  prepare?.(strapi);
  await strapi.load();
  if (isServing) await listen(strapi);
  return {
    strapi,
    ...callers(strapi),
    serve: () => listen(strapi),
    close: async () => {
      await strapi.destroy();
      await rm(folder, { recursive: true, force: true });
      if (!database) await place.remove();
    },
  };
}

/** On a port nobody else has; what starts when Strapi serves starts here too. */
const listen = (strapi: Core.Strapi): Promise<void> =>
  new Promise((resolve, reject) => {
    strapi.server.mount();
    strapi.server.httpServer.once('error', reject);
    strapi.server.listen(0, '127.0.0.1', () => resolve());
  });

function callers(strapi: Core.Strapi): Pick<TestApp, 'nobody' | 'withToken'> {
  const http = supertest(strapi.server.httpServer);
  const caller = (headers: Readonly<Record<string, string>>): Caller => ({
    get: (path) => http.get(path).set(headers),
    head: (path) => http.head(path).set(headers),
    delete: (path) => http.delete(path).set(headers),
    post: (path, body) => http.post(path).set(headers).send(body),
    put: (path, body) => http.put(path).set(headers).send(body),
  });
  return {
    nobody: caller({}),
    withToken: (token, language = 'en') =>
      caller({ authorization: `Bearer ${token}`, 'accept-language': language }),
  };
}

const random = (): string => randomBytes(24).toString('base64url');

const settings = (folder: string) => ({
  NODE_ENV: 'test',
  LOG_LEVEL: 'error',
  STRAPI_TELEMETRY_DISABLED: 'true',
  PUBLIC_URL: 'https://site.example.test',
  PUBLIC_DIR: join(folder, 'public'),
  COUNTERSIGN_JOURNAL_DIR: join(folder, 'journal'),
  COUNTERSIGN_ENABLED: 'true',
  COUNTERSIGN_WORKER: 'inline',
  COUNTERSIGN_ACCOUNT_QUIET_DAYS: '0',
  COUNTERSIGN_EXPORTS: 'off',
  COUNTERSIGN_PAGES: '{}',
  ADMIN_RATE_LIMIT: 'false',
  SEED: 'false',
  APP_KEYS: random(),
  API_TOKEN_SALT: random(),
  ADMIN_JWT_SECRET: random(),
  TRANSFER_TOKEN_SALT: random(),
  ENCRYPTION_KEY: random(),
  JWT_SECRET: random(),
  COUNTERSIGN_SECRET: random(),
});
