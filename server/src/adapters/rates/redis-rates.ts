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
  let line: Line | null = null;

  const ask = async ({ client, connected }: Line, { lines, ahead }: RateAsk): Promise<unknown> => {
    await connected;
    const time = now ? String(now() * 1000) : '';
    const each = lines.flatMap(({ length, behind, absurd }) => [length, behind, absurd]);
    return client.eval(EXTEND, {
      keys: lines.map((each) => `${redis.prefix}:${name}:rate:${each.name}`),
      arguments: [String(ahead), time, ...each.map(String)],
    });
  };

  const hangUp = (on: Line | null): void => {
    if (line === on) line = null;
    if (on?.client.isOpen) on.client.destroy();
  };

  return {
    take: async (lines, most, when) => {
      const asked = askFor(lines, most, when);
      const on = (line ??= connect(redis));
      try {
        return readGrant(asked, await inTime(ask(on, asked)));
      } catch {
        // The next who asks connects anew.
        hangUp(on);
        return null;
      }
    },
    close: async () => hangUp(line),
  };
}

interface Line {
  readonly client: ReturnType<typeof clientOf>;
  readonly connected: Promise<unknown>;
}

function connect(settings: RedisSettings): Line {
  const client = clientOf(settings);
  // It ends the process if nobody listens; what it says comes with each question too.
  client.on('error', () => undefined);
  return { client, connected: client.connect() };
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

/** The client's own limit ends when the question is written: a Redis that is silent would be waited for. */
async function inTime(answer: Promise<unknown>): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), ANSWER_MS);
  });
  return Promise.race([answer, silence]).finally(() => clearTimeout(timer));
}

function readGrant(asked: RateAsk, answer: unknown): RateGrant {
  if (!Array.isArray(answer)) throw new Error('the script answered in another form');
  const [taken, begin, now] = answer.map(Number);
  return grantOf(asked, { isTaken: taken === 1, begin: begin ?? 0, now: now ?? 0 });
}
