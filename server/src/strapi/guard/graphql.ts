import type { Core } from '@strapi/types';
import { CAMPAIGN_UID } from '../../names';

interface Extension {
  shadowCRUD(uid: string): { disable(): void };
}

/** GraphQL would make queries and mutations of any type, hidden ones too. */
export function hideFromGraphql(strapi: Core.Strapi): void {
  strapi.plugin('graphql')?.service<Extension>('extension').shadowCRUD(CAMPAIGN_UID).disable();
}
