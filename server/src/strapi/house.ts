import type { Core } from '@strapi/types';
import { OUR_THEME, type Theme } from '../domain/pages/theme';
import { PLUGIN_ID } from '../names';
import { Refused } from './errors';
import type { AccessRoom } from './rooms/access';
import type { AccountWatch, ConfirmAddressRoom } from './rooms/accounts';
import type { AuditRoom } from './rooms/audit';
import type { CampaignRoom, CampaignWatch } from './rooms/campaigns';
import type { CommentRoom } from './rooms/comments';
import type { EditionRoom, ReviewRoom } from './rooms/editions';
import type { ExportRoom } from './rooms/exports';
import type { ImportRoom } from './rooms/imports';
import type {
  ListRoom,
  PeopleRoom,
  PreferenceRoom,
  SuppressionRoom,
  SignUpRoom,
  UnsubscribeRoom,
} from './rooms/people';
import type { PushRoom } from './rooms/push';
import type { RightsRoom } from './rooms/rights';
import type { SegmentRoom } from './rooms/segments';
import type { FiguresRoom, ReportRoom, SendingRoom } from './rooms/sending';
import type { SourceRoom } from './rooms/sources';
import type { AssetRoom, DoorRoom, SettingsRoom, SetUpRoom } from './rooms/settings';

/** What works even when nothing is configured yet: hands count from the first word written. */
export interface Entrance {
  /** Of this package. */
  readonly version: string;
  readonly setUp: SetUpRoom;
  readonly watch: CampaignWatch;
  readonly accounts: AccountWatch;
  readonly audit: DoorRoom;
  readonly access: AccessRoom;
  readonly rights: RightsRoom;
}

/** All the doors may ask of the house. `wiring.ts` builds one; `bootstrap.ts` opens it here. */
export interface House {
  readonly campaigns: CampaignRoom;
  readonly editions: EditionRoom;
  readonly reviews: ReviewRoom;
  readonly comments: CommentRoom;
  readonly sending: SendingRoom;
  readonly reports: ReportRoom;
  readonly audit: AuditRoom;
  readonly people: PeopleRoom;
  readonly lists: ListRoom;
  readonly segments: SegmentRoom;
  readonly suppressions: SuppressionRoom;
  readonly exports: ExportRoom;
  readonly imports: ImportRoom;
  readonly sources: SourceRoom;
  readonly unsubscribe: UnsubscribeRoom;
  readonly confirmAddress: ConfirmAddressRoom;
  readonly signUp: SignUpRoom;
  readonly push: PushRoom;
  readonly preferences: PreferenceRoom;
  readonly settings: SettingsRoom;
  readonly assets: AssetRoom;
  readonly figures: FiguresRoom;
}

export interface Opened {
  readonly entrance: Entrance;
  /** Of the pages readers see. */
  readonly theme: Theme;
  /** Null while the configuration is absent. */
  readonly house: House | null;
}

/** The service under which this process keeps its house. */
export const createHouseService = () => {
  let opened: Opened | null = null;
  return {
    open(what: Opened): void {
      opened = what;
    },
    opened: (): Opened | null => opened,
  };
};

type HouseService = ReturnType<typeof createHouseService>;

const serviceOf = (strapi: Core.Strapi): HouseService =>
  strapi.plugin(PLUGIN_ID).service<HouseService>('house');

/** Called once, in bootstrap, before the server listens. */
export const openHouse = (strapi: Core.Strapi, what: Opened): void => serviceOf(strapi).open(what);

/** @throws Refused `not-set-up` while the configuration is absent */
export function houseOf(strapi: Core.Strapi): House {
  const house = serviceOf(strapi).opened()?.house;
  if (!house) throw new Refused('not-set-up');
  return house;
}

/** @throws Refused `not-set-up` before bootstrap is through */
export function entranceOf(strapi: Core.Strapi): Entrance {
  const opened = serviceOf(strapi).opened();
  if (!opened) throw new Refused('not-set-up');
  return opened.entrance;
}

/** The site's own colours, once the configuration is read. */
export const themeOf = (strapi: Core.Strapi): Theme =>
  serviceOf(strapi).opened()?.theme ?? OUR_THEME;
