import { compilePlayground } from '../compile/playground.mjs';
import { buildPluginServer } from '../compile/plugin-server.mjs';

/** Jest's global set-up of the `strapi` suite: Strapi loads JavaScript from dist, never our sources. */
export default async function prepare() {
  process.env.LOG_LEVEL ??= 'warn';
  await buildPluginServer();
  await compilePlayground();
}
