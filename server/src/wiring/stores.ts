import type { Core } from '@strapi/types';
import { createCampaignIndex } from '../adapters/host/campaign-index';
import { createCampaignEntries } from '../adapters/host/campaign-entries';
import { createCampaignReader } from '../adapters/host/campaigns';
import { createColleagues } from '../adapters/host/colleagues';
import { createAccountBook } from '../adapters/store/account-changes';
import { createAssetStore } from '../adapters/store/assets';
import { createAuditTrail } from '../adapters/store/audit';
import { createCommentStore } from '../adapters/store/comments';
import { createConfirmationStore } from '../adapters/store/confirmations';
import type { Db } from '../adapters/store/database';
import { createDecisionStore } from '../adapters/store/decisions';
import { createEditionStore } from '../adapters/store/editions';
import { createExportStore } from '../adapters/store/exports';
import { createHandStore } from '../adapters/store/hands';
import { createNoticeLedger } from '../adapters/store/notices';
import { createReaderEntries } from '../adapters/store/reader-entries';
import { createSegmentUses } from '../adapters/host/segment-uses';
import { createSegmentStore } from '../adapters/store/segments';
import { createRuleCounter } from '../adapters/store/segments/count-rule';
import { createSettingStore } from '../adapters/store/settings';
import { createMadeSourceStore } from '../adapters/store/sources';
import { createTransactions } from '../adapters/store/transactions';
import type { RowSigner } from '../ports';
import { zones } from '../adapters/zones';

/** What needs no secret: who wrote what, what was frozen, who decided. */
export const openStores = (strapi: Core.Strapi, db: Db, signer: RowSigner | null) => ({
  campaigns: { ...createCampaignReader(strapi, db), ...createCampaignIndex(db) },
  ...accessOf(strapi),
  editions: createEditionStore(db),
  hands: createHandStore(db),
  readerEntries: createReaderEntries(db),
  exports: createExportStore(db),
  accounts: createAccountBook(db),
  confirmations: createConfirmationStore(db),
  notices: createNoticeLedger(db),
  decisions: createDecisionStore(db),
  comments: createCommentStore(db),
  assets: createAssetStore(db),
  settings: createSettingStore(db),
  segments: createSegmentStore(db),
  segmentUses: createSegmentUses(db),
  ruleCounter: createRuleCounter(db),
  audit: createAuditTrail(db, signer),
  transactions: createTransactions(db),
  madeSources: createMadeSourceStore(db),
  zones,
});

function accessOf(strapi: Core.Strapi) {
  const campaignEntries = createCampaignEntries(strapi);
  return { campaignEntries, colleagues: createColleagues(strapi, campaignEntries) };
}

export type Stores = ReturnType<typeof openStores>;
