import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';

import { build } from 'vite';

import { ROOT } from './root.mjs';

const { exports, dependencies, peerDependencies } = JSON.parse(
  readFileSync(path.join(ROOT, 'package.json'), 'utf8'),
);
const OUTSIDE = Object.keys({ ...dependencies, ...peerDependencies });

const isExternal = (id) =>
  isBuiltin(id) || OUTSIDE.some((name) => id === name || id.startsWith(`${name}/`));

/**
 * One export of package.json, bundled as `strapi-plugin build` does, without type files: they are what
 * takes the time. Nothing is removed first, so whoever reads dist always finds a whole file.
 *
 * @param name  a key of package.json's `exports`
 * @param watch true: again after every change; resolves when the first one is there
 * @param root  where the sources and dist are
 */
export async function bundle(name, { watch = false, root = ROOT } = {}) {
  const { source, require } = exports[name];
  const result = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir: path.dirname(path.join(root, require)),
      emptyOutDir: false,
      minify: false,
      sourcemap: true,
      target: name === './strapi-admin' ? 'es2020' : 'node20',
      watch: watch ? {} : null,
      lib: {
        entry: path.join(root, source),
        formats: ['es', 'cjs'],
        fileName: (format) => (format === 'es' ? 'index.mjs' : 'index.js'),
      },
      rollupOptions: {
        external: isExternal,
        output: { interop: 'auto', exports: 'named' },
      },
    },
  });
  if (watch) await firstBuild(result);
}

const firstBuild = (watcher) =>
  new Promise((resolve) => {
    watcher.on('event', ({ code, result }) => {
      void result?.close();
      if (code === 'END' || code === 'ERROR') resolve();
    });
  });
