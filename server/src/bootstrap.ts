import type { Core } from '@strapi/types';
import { readConfig } from './config/validate';
import { LOG_EVENTS, PLUGIN_ID, PROCESS_ROLE, type ProcessRole } from './names';
import { keepWhatIsOurs, openAuditor, openDoors, openWorker } from './strapi';
import { wire } from './wiring';

/** What `destroy` has to end; one for each Strapi, of which a test may start several in a process. */
const endings = new WeakMap<Core.Strapi, () => Promise<void>>();

export async function bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
  const role = strapi.config.get<ProcessRole | null>(PROCESS_ROLE, null);
  await keepWhatIsOurs(strapi);
  const config = readConfig(strapi.config.get(`plugin::${PLUGIN_ID}`));
  const { entrance, wired, verifyAudit } = await wire(strapi, config, { role });
  const closeDoors = openDoors(strapi, {
    ...{ entrance, theme: config.pages },
    house: wired?.house ?? null,
  });

  // A console, an export or a worker of something else boots plugins too, and must not send.
  let beginning: Promise<void> | undefined;
  const begin = (): Promise<void> => (beginning = wired?.begin() ?? Promise.resolve());
  if (role === 'worker') openWorker(strapi, begin);
  if (verifyAudit) openAuditor(strapi, verifyAudit);
  strapi.server.httpServer.once('listening', () => {
    void begin().catch((error: unknown) => {
      strapi.log.error(`${LOG_EVENTS.bug} ${error instanceof Error ? error.stack : String(error)}`);
    });
  });
  endings.set(strapi, async () => {
    closeDoors();
    wired?.cutShort();
    await beginning?.catch(() => undefined);
    await wired?.end(config.stopSeconds * 1000);
  });
}

export const destroy = async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  await endings.get(strapi)?.();
  endings.delete(strapi);
};
