import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Box } from '@strapi/design-system';
import { lazy, Suspense } from 'react';
import { CAMPAIGN_UID } from '../../../server/src/names';
import { useSay } from '../words';
import { readSaved } from './saved';

const PanelContent = lazy(() => import('./PanelContent'));

/** Beside a campaign in the Content Manager, and beside nothing else. */
export const NewsletterPanel: PanelComponent = (props) => {
  const say = useSay();
  if (props.model !== CAMPAIGN_UID) return null;
  return {
    title: say('panel.title'),
    content: (
      <Box data-countersign="panel" width="100%">
        <Suspense fallback={null}>
          <PanelContent saved={readSaved(props)} />
        </Suspense>
      </Box>
    ),
  };
};
