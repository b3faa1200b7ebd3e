import { createClient } from 'redis';
import { askFor, grantOf, type RateAsk, type RateGrant } from '../../domain/delivery/rate';
import type { RateStore, RedisSettings } from '../../ports';

export interface RedisRatesDeps {
  readonly redis: RedisSettings;
  /** The installation's own. */
  readonly name: string;
  /** ms since 1970; Redis's own clock, if absent. */
  readonly now?: () => number;
}

const ANSWER_MS = 2_000;
/** Nobody has sent for so long: the line begins anew. */
const FORGET_MS = 60_000;

/** `extend` of the domain: `{taken, end, now}`, as text, since Redis cuts numbers of that size short. */
const EXTEND = `
local now = tonumber(ARGV[5])
if not now then
  local time = redis.call('time')
  now = time[1] * 1000000 + time[2]
end
local length, behind, ahead, absurd = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local last = tonumber(redis.call('get', KEYS[1]) or '0')
if last > now + absurd then last = 0 end
local taken = 0
if last <= now + ahead then
  last = math.max(last, now - behind) + length
  taken = 1
  redis.call('set', KEYS[1], string.format('%.0f', last), 'px', ${FORGET_MS})
end
return { tostring(taken), string.format('%.0f', last), string.format('%.0f', now) }
`;

/** The rates of several processes on one Redis, by its clock. A Redis that is away gives nothing. */
export function createRedisRates({ redis, name, now }: RedisRatesDeps): RateStore {
  let connected: Promise<Client> | null = null;

  const ask = async (key: string, asked: RateAsk): Promise<unknown> => {
    connected ??= connect(redis);
    const client = await connected;
    const { length, behind, ahead, absurd } = asked;
    const time = now ? String(now() * 1000) : '';
    const args = [...[length, behind, ahead, absurd].map(String), time];
    return client.eval(EXTEND, { keys: [key], arguments: args });
  };

  const close = async (): Promise<void> => {
    const client = await connected?.catch(() => null);
    connected = null;
    if (client?.isOpen) client.destroy();
  };

  return {
    take: async (transportId, perSecond, most) => {
      const asked = askFor(perSecond, most);
      const key = `${redis.prefix}:${name}:rate:${transportId}`;
      try {
        return readGrant(asked, await ask(key, asked));
      } catch {
        // The next who asks connects anew.
        await close();
        return null;
      }
    },
    close,
  };
}

type Client = ReturnType<typeof clientOf>;

async function connect(settings: RedisSettings): Promise<Client> {
  const client = clientOf(settings);
  // It ends the process if nobody listens; what it says comes with each question too.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

const clientOf = ({ host, port, user, password, db, tls }: RedisSettings) =>
  createClient({
    socket: {
      ...{ host, port, connectTimeout: ANSWER_MS, reconnectStrategy: false as const },
      ...(tls ? { tls: true as const, servername: host } : {}),
    },
    ...(user === undefined ? {} : { username: user }),
    ...(password === undefined ? {} : { password }),
    database: db,
    commandOptions: { timeout: ANSWER_MS },
  });

function readGrant(asked: RateAsk, answer: unknown): RateGrant {
  if (!Array.isArray(answer)) throw new Error('the script answered in another form');
  const [taken, end, now] = answer.map(Number);
  return grantOf(asked, { isTaken: taken === 1, end: end ?? 0, now: now ?? 0 });
}
