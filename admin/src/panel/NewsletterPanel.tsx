import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { lazy, Suspense } from 'react';
import { CAMPAIGN_UID } from '../../../server/src/names';
import { Skeleton } from '../components/Skeleton';
import { useSay } from '../words';

const PanelContent = lazy(() => import('./PanelContent'));

/** Beside a campaign in the Content Manager, and beside nothing else. */
export const NewsletterPanel: PanelComponent = ({ model, documentId }) => {
  const say = useSay();
  if (model !== CAMPAIGN_UID) return null;
  return {
    title: say('panel.title'),
    content: (
      <Suspense fallback={<Skeleton rows={4} height="2.4rem" />}>
        <PanelContent campaignId={documentId} />
      </Suspense>
    ),
  };
};
