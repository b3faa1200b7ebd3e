import { TABLES } from '../../server/src/names';
import { workerContract } from '../contracts/worker.contract';
import { rowsOf } from '../support/tables';

workerContract('with the embedded queue', {
  env: () => ({ REDIS_URL: '' }),
  waiting: async ({ strapi }) => (await rowsOf(strapi, TABLES.queue)).length,
});
