import type { Core } from '@strapi/types';
import { PLUGIN_ID } from '../names';

/** The service by which the command that loaded this Strapi lets it begin to work. */
export const createWorkerService = () => {
  let ready: (() => Promise<void>) | null = null;
  return {
    open(begin: () => Promise<void>): void {
      ready = begin;
    },
    /** @throws if this process serves, or there is nothing to work with */
    begin: async (): Promise<void> => {
      if (!ready) throw new Error('countersign: this process has no worker');
      await ready();
    },
  };
};

type WorkerService = ReturnType<typeof createWorkerService>;

export const openWorker = (strapi: Core.Strapi, begin: () => Promise<void>): void =>
  strapi.plugin(PLUGIN_ID).service<WorkerService>('worker').open(begin);
