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

/**
 * `extend` of the domain: `{taken, begin, now}`, as text, since Redis cuts numbers of that size short. Of each key
 * its length, behind and absurd, after `ahead` and the time.
 */
const EXTEND = `
local ahead, now = tonumber(ARGV[1]), tonumber(ARGV[2])
if not now then
  local time = redis.call('time')
  now = time[1] * 1000000 + time[2]
end
local begin, starts = 0, {}
for n, key in ipairs(KEYS) do
  local last = tonumber(redis.call('get', key) or '0')
  if last > now + tonumber(ARGV[3 * n + 2]) then last = 0 end
  starts[n] = math.max(last, now - tonumber(ARGV[3 * n + 1]))
  begin = math.max(begin, starts[n])
end
local taken = 0
if begin <= now + ahead then
  taken = 1
  for n, key in ipairs(KEYS) do
    local length, behind = tonumber(ARGV[3 * n]), tonumber(ARGV[3 * n + 1])
    local last = math.max(starts[n], begin - behind) + length
    redis.call('set', key, string.format('%.0f', last), 'px', ${FORGET_MS} + math.ceil(length / 1000))
  end
else
  begin = begin - ahead
end
return { tostring(taken), string.format('%.0f', begin), string.format('%.0f', now) }
`;

/** The rates of several processes on one Redis, by its clock. A Redis that is away gives nothing. */
export function createRedisRates({ redis, name, now }: RedisRatesDeps): RateStore {
  let connected: Promise<Client> | null = null;

  const ask = async ({ lines, ahead }: RateAsk): Promise<unknown> => {
    connected ??= connect(redis);
    const client = await connected;
    const time = now ? String(now() * 1000) : '';
    const each = lines.flatMap(({ length, behind, absurd }) => [length, behind, absurd]);
    return client.eval(EXTEND, {
      keys: lines.map((line) => `${redis.prefix}:${name}:rate:${line.name}`),
      arguments: [String(ahead), time, ...each.map(String)],
    });
  };

  const close = async (): Promise<void> => {
    const client = await connected?.catch(() => null);
    connected = null;
    if (client?.isOpen) client.destroy();
  };

  return {
    take: async (lines, most, when) => {
      const asked = askFor(lines, most, when);
      try {
        return readGrant(asked, await ask(asked));
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
  const [taken, begin, now] = answer.map(Number);
  return grantOf(asked, { isTaken: taken === 1, begin: begin ?? 0, now: now ?? 0 });
}
