/** What stands before each route of ours, timed in the process that serves. */
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';

const TIMES = 100_000;
const WARM_UP = 10_000;
const LAST = '127.0.0.1';

/** The last of them lets the caller in, so that all are looked at; the others are ranges of two kinds. */
const listOf = (count) =>
  Array.from({ length: count }, (_, n) => ({
    address:
      n === count - 1 ? LAST : n % 2 === 0 ? `10.${n >> 8}.${n & 255}.0/24` : `2001:db8:${n}::/48`,
    label: `Line ${n}`,
    scope: 'everything',
    addedBy: 'bench',
    addedAt: 0,
  }));

/** Resolves to µs for each request, of both policies and of the permission alone. */
export async function timeDoors(strapi, lines) {
  await save(strapi, listOf(lines));
  const ctx = await contextOfSomebody(strapi);
  const ofRoute = strapi.get('policies').resolve([
    { name: 'plugin::countersign.from-allowed-address', config: { scope: 'everything' } },
    { name: 'plugin::countersign.permitted', config: { anyOf: ['campaign.read'] } },
  ]);
  // Longer than another process's list is believed to be fresh.
  await new Promise((resolve) => setTimeout(resolve, 2100));
  return {
    perRequest: await timed(strapi, ctx, ofRoute),
    permission: await timed(strapi, ctx, ofRoute.slice(1)),
  };
}

async function timed(strapi, ctx, policies) {
  const ask = async (times) => {
    for (let n = 0; n < times; n += 1) {
      for (const { handler, config } of policies) {
        if ((await handler(ctx, config, { strapi })) !== true) throw new Error('it was refused');
      }
    }
  };
  await ask(WARM_UP);
  const begunAt = performance.now();
  await ask(TIMES);
  return ((performance.now() - begunAt) * 1000) / TIMES;
}

async function save(strapi, lines) {
  const row = {
    name: 'allow-list',
    value: JSON.stringify(lines),
    changed_by: 'bench',
    changed_at: 0,
  };
  await strapi.db.connection('countersign_settings').insert(row).onConflict('name').merge();
}

/** As Strapi's authentication leaves it, with all rights of a real user. */
async function contextOfSomebody(strapi) {
  const user = await strapi.db.query('admin::user').findOne({ populate: ['roles'] });
  const request = new IncomingMessage(new Socket());
  Object.defineProperty(request.socket, 'remoteAddress', { value: LAST });
  const ctx = strapi.server.app.createContext(request, new ServerResponse(request));
  ctx.state = {
    auth: { strategy: { name: 'admin' } },
    user,
    userAbility: await strapi.admin.services.permission.engine.generateUserAbility(user),
  };
  return ctx;
}
