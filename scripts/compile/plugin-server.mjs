import path from 'node:path';

import { bundle } from './bundle.mjs';
import { once } from './once.mjs';
import { ROOT } from './root.mjs';

/** The server half and the sending thread: a second when a source has changed, nothing otherwise. */
export const buildPluginServer = () =>
  once(
    {
      name: 'plugin-server',
      sources: [path.join(ROOT, 'server/src'), path.join(ROOT, 'package.json')],
      results: [path.join(ROOT, 'dist/server/index.js'), path.join(ROOT, 'dist/sender/index.js')],
    },
    async () => {
      await bundle('./strapi-server');
      await bundle('./sender');
    },
  );
