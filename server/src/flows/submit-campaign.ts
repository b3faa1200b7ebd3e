import type { SubmitDeps } from './submit-campaign/deps';
import { createPreflight, createPreview } from './submit-campaign/preview';
import { createSubmit } from './submit-campaign/submit';
import { createTestMessage } from './submit-campaign/test-message';

export type { SubmitConfig, SubmitDeps } from './submit-campaign/deps';
export type { Preflight, PreviewAnswer, Shown } from './submit-campaign/preview';
export type { SubmitAnswer, SubmitRefusal } from './submit-campaign/submit';

/** campaign → edition in review, and what an author sees of it before. */
export const createSubmitCampaign = (deps: SubmitDeps) => ({
  submit: createSubmit(deps),
  /** Null: there is no such campaign. Changes nothing. */
  preflight: createPreflight(deps),
  /** Changes nothing. */
  preview: createPreview(deps),
  /** What a test sends. Changes nothing. */
  testMessage: createTestMessage(deps),
});
