import type { Core } from '@strapi/types';
import type { VerificationShown } from '../contracts/audit';
import { PLUGIN_ID } from '../names';
import type { Language } from './language';
import type { AuditRoom } from './rooms/audit';
import { verificationShown } from './verification';

type Verify = AuditRoom['verify'];

/** The service by which the command that loaded this Strapi has the audit trail verified. */
export const createAuditorService = () => {
  let ready: Verify | null = null;
  return {
    open(verify: Verify): void {
      ready = verify;
    },
    /** @throws if this process was started for something else */
    verify: async (language: Language): Promise<VerificationShown> => {
      if (!ready) throw new Error('countersign: this process has no auditor');
      return verificationShown(await ready(), language);
    },
  };
};

type AuditorService = ReturnType<typeof createAuditorService>;

export const openAuditor = (strapi: Core.Strapi, verify: Verify): void =>
  strapi.plugin(PLUGIN_ID).service<AuditorService>('auditor').open(verify);
