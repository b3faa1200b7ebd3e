import { buildPluginServer } from '../../scripts/compile/plugin-server.mjs';
import { compilePlayground } from '../../scripts/compile/playground.mjs';

/** What a site would run; nothing when nothing changed. */
export async function ensureBuilt() {
  await buildPluginServer();
  await compilePlayground();
}
