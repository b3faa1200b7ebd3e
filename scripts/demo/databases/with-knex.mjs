import { randomBytes } from 'node:crypto';

import createKnex from 'knex';

/** One piece of work on a connection of its own. */
export async function withKnex(config, work) {
  const knex = createKnex(config);
  try {
    return await work(knex);
  } finally {
    await knex.destroy();
  }
}

export const freshName = () => `countersign_demo_${randomBytes(6).toString('hex')}`;
