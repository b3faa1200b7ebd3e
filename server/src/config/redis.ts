import { z } from '@strapi/utils';
import type { RedisSettings } from '../ports/redis';
import { DEFAULTS } from './defaults';
import { text, whole } from './kinds';

const { redis } = DEFAULTS;
const URL_EXPECTED = 'a Redis URL, e.g. redis://:password@127.0.0.1:6379/0';

const redisSchema = z
  .strictObject({
    url: z.string({ error: URL_EXPECTED }).refine(isRedisUrl, { error: URL_EXPECTED }).optional(),
    host: text('a host name or address').optional(),
    port: whole(1, 65535).optional(),
    user: text('a user name').optional(),
    password: text('a password').optional(),
    db: whole(0, 1_000_000).optional(),
    tls: z.boolean({ error: 'true or false' }).optional(),
    prefix: z
      .string({ error: 'letters, digits, - and _' })
      .regex(/^[\w-]{1,64}$/, { error: 'letters, digits, - and _' })
      .default(redis.prefix),
  })
  .refine(({ url, host }) => (url === undefined) !== (host === undefined), {
    error: 'either a url or a host',
  })
  .transform(toSettings);

type Written = Partial<Omit<RedisSettings, 'prefix'>> & { url?: string; prefix: string };

/** Absent, or an environment variable that is not set: the embedded queue. */
export const redisOrNull = z.preprocess(
  (value) => (isUnset(value) ? null : value),
  redisSchema.nullable(),
);

function isUnset(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  if (typeof value !== 'object') return false;
  const { url, ...others } = value as Record<string, unknown>;
  return url === '' && Object.keys(others).every((key) => key === 'prefix');
}

function toSettings({ url, ...written }: Written): RedisSettings {
  const { port = redis.port, db = 0, tls = false, host = '', ...rest } = written;
  return { port, db, tls, host, ...rest, ...(url === undefined ? {} : partsOf(new URL(url))) };
}

/** `redis[s]://[user][:password]@host[:port][/db]` */
function partsOf({ protocol, hostname, port, username, password, pathname }: URL) {
  const db = Number(pathname.slice(1));
  return {
    // A v6 address stands in brackets in a URL, and nowhere else.
    host: hostname.replace(/^\[|\]$/g, ''),
    ...(port === '' ? {} : { port: Number(port) }),
    ...(username === '' ? {} : { user: decodeURIComponent(username) }),
    ...(password === '' ? {} : { password: decodeURIComponent(password) }),
    ...(db === 0 ? {} : { db }),
    ...(protocol === 'rediss:' ? { tls: true } : {}),
  };
}

function isRedisUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, pathname, search, hash } = new URL(url);
  const isPlain = hostname !== '' && `${search}${hash}` === '';
  return /^rediss?:$/.test(protocol) && isPlain && /^(\/\d*)?$/.test(pathname);
}
