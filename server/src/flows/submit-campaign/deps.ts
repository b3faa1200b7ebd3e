import type { Attribute } from '../../domain/segments/rule';
import type {
  AssetStore,
  AudienceCounter,
  AuditTrail,
  CampaignReader,
  Chance,
  Clock,
  EditionStore,
  HandStore,
  ListStore,
  Log,
  PictureReader,
  Renderer,
  SegmentStore,
  SettingStore,
  Transactions,
  Zones,
} from '../../ports';

export interface SubmitDeps {
  readonly campaigns: CampaignReader;
  readonly editions: EditionStore;
  readonly hands: HandStore;
  readonly assets: AssetStore;
  readonly settings: Pick<SettingStore, 'get'>;
  readonly lists: Pick<ListStore, 'find' | 'all' | 'takeTurn'>;
  readonly segments: Pick<SegmentStore, 'some'>;
  /** What sources say of readers now. */
  attributes(): Promise<readonly Attribute[]>;
  readonly audience: Pick<AudienceCounter, 'count'>;
  readonly pictures: PictureReader;
  readonly renderer: Renderer;
  readonly zones: Zones;
  readonly audit: AuditTrail;
  readonly transactions: Transactions;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly log: Log;
  readonly config: SubmitConfig;
}

/** Of the configuration what an edition needs; absent parts are problems, not errors. */
export interface SubmitConfig {
  readonly publicUrl: string | null;
  readonly hasSecret: boolean;
  readonly hasTransport: boolean;
  readonly approval: { readonly expiresAfterDays: number; readonly lateGraceMinutes: number };
  readonly versions: { readonly countersign: string; readonly strapi: string };
}
