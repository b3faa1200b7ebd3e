/** Ways out for everybody who is on a list, and a route that does nothing, to measure them by. */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
require('../../tests/support/typescript.cjs');
const { createKeys } = require('../../server/src/adapters/keys/keys.ts');
const { unsubscribeToken } = require('../../server/src/domain/delivery/unsubscribe-token.ts');

const NO_CHANCE = { bytes: () => new Uint8Array(), number: () => 0 };

/** As their mail would have them. */
export async function waysOut({ connection }, secret) {
  const key = {
    id: 'k1',
    secret: createKeys([{ id: 'k1', secret }], NO_CHANCE).rawKey('unsubscribe'),
  };
  const rows = await connection('countersign_subscribers').select('id').orderBy('id');
  const tokens = rows.map(({ id }) =>
    unsubscribeToken(
      { subscriberId: String(id), editionId: 'bench', listIds: ['newsletter'] },
      key,
    ),
  );
  return { paths: tokens.map((token) => `/api/countersign/unsubscribe/${token}`) };
}

export const howManyLeft = async ({ connection }) => {
  const [row] = await connection('countersign_suppressions').count({ n: '*' });
  return { left: Number(row.n) };
};

/** Before it listens. */
export const addNoOp = (strapi) =>
  strapi.server.api('content-api').routes([
    {
      ...{ method: 'POST', path: '/bench-no-op' },
      handler: (ctx) => void (ctx.body = 'nothing was done'),
      config: { auth: false },
    },
  ]);
