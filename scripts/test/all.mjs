// `npm test`: everything that needs no service. Arguments are handed on to Jest.
import { finish, runJest, TWO_AT_ONCE } from './jest.mjs';

const wanted = process.argv.slice(2);

const runs =
  wanted.length > 0
    ? [await runJest({ name: 'chosen', args: [...wanted, '--runInBand'] })]
    : [
        await runJest({
          name: 'units',
          args: ['--selectProjects', 'domain', 'admin', 'house', '--maxWorkers=100%'],
        }),
        await runJest({
          name: 'strapi',
          args: ['--selectProjects', 'strapi', 'sync', ...TWO_AT_ONCE],
        }),
      ];

finish(runs);
