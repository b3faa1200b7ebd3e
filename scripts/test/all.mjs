// `npm test`: everything that needs no service. Arguments are handed on to Jest.
import { finish, runJest } from './jest.mjs';

const wanted = process.argv.slice(2);

const runs =
  wanted.length > 0
    ? [await runJest({ name: 'chosen', args: [...wanted, '--runInBand'] })]
    : [
        await runJest({
          name: 'units',
          args: ['--selectProjects', 'domain', 'admin', 'house', '--passWithNoTests'],
        }),
        // One Strapi at a time: it keeps itself in a global, and two cores are not more.
        await runJest({
          name: 'strapi',
          args: ['--selectProjects', 'strapi', 'sync', '--runInBand', '--passWithNoTests'],
        }),
      ];

finish(runs);
