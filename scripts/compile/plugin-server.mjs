import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';

import { build } from 'vite';

import { once } from './once.mjs';
import { ROOT } from './root.mjs';

/**
 * The server half as `strapi-plugin build` makes it, but without type files and the admin:
 * a second instead of fifteen, and nothing at all when no source has changed.
 */
export const buildPluginServer = () =>
  once(
    {
      name: 'plugin-server',
      sources: [path.join(ROOT, 'server/src'), path.join(ROOT, 'package.json')],
      results: [path.join(ROOT, 'dist/server/index.js'), path.join(ROOT, 'dist/sender/index.js')],
    },
    async () => {
      const pkg = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
      const outside = Object.keys({ ...pkg.dependencies, ...pkg.peerDependencies });
      const external = (id) =>
        isBuiltin(id) || outside.some((name) => id === name || id.startsWith(`${name}/`));
      await bundle(pkg.exports['./strapi-server'], external);
      await bundle(pkg.exports['./sender'], external);
    },
  );

const bundle = ({ source, require }, external) =>
  build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir: path.dirname(path.join(ROOT, require)),
      emptyOutDir: false,
      minify: false,
      sourcemap: 'inline',
      target: 'node20',
      lib: { entry: path.join(ROOT, source), formats: ['cjs'], fileName: () => 'index.js' },
      rollupOptions: { external, output: { interop: 'auto', exports: 'named' } },
    },
  });
