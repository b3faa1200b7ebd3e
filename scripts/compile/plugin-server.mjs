import path from 'node:path';

import { bundle } from './bundle.mjs';
import { once } from './once.mjs';
import { ROOT } from './root.mjs';

const PARTS = ['server', 'sender', 'cli'];

/** The server half, the sending thread and the command: a second when a source has changed, nothing otherwise. */
export const buildPluginServer = () =>
  once(
    {
      name: 'plugin-server',
      sources: [path.join(ROOT, 'server/src'), path.join(ROOT, 'package.json')],
      results: PARTS.map((part) => path.join(ROOT, 'dist', part, 'index.js')),
    },
    async () => {
      await bundle('./strapi-server');
      await bundle('./sender');
      await bundle('./cli');
    },
  );
