import type { Command } from './command';
import { loadApp, serviceOf } from './load-app';

/** The service that `bootstrap` leaves in a Strapi; the command and the plugin are two bundles. */
interface WorkerService {
  begin(): Promise<void>;
}

/** Longer than anything else would keep the process: a worker with an empty queue waits. */
const HOLD_MS = 60_000;

/** Goes on when it works. Strapi itself ends it at SIGTERM and SIGINT, and the plugin with it. */
export const worker: Command = {
  options: [],
  failed: 1,
  run: async () => {
    const strapi = await loadApp(process.cwd(), 'worker');
    await serviceOf<WorkerService>(strapi, 'worker').begin();
    setInterval(() => undefined, HOLD_MS);
    return null;
  },
};
