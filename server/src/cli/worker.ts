import { PLUGIN_ID } from '../names';
import { loadApp } from './load-app';

/** The service that `bootstrap` leaves in a Strapi; the command and the plugin are two bundles. */
interface WorkerService {
  begin(): Promise<void>;
}

/** Longer than anything else would keep the process: a worker with an empty queue waits. */
const HOLD_MS = 60_000;

/** Resolves when it works. Strapi itself ends it at SIGTERM and SIGINT, and the plugin with it. */
export async function runWorker(): Promise<void> {
  const strapi = await loadApp(process.cwd(), 'worker');
  await strapi.plugin(PLUGIN_ID).service<WorkerService>('worker').begin();
  setInterval(() => undefined, HOLD_MS);
}
