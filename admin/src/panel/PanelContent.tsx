import { Flex, Typography } from '@strapi/design-system';
import { useForm } from '@strapi/strapi/admin';
import { useEffect } from 'react';
import { useGetCampaignQuery } from '../api/campaigns';
import { Loaded } from '../components/Loaded';
import { Skeleton } from '../components/Skeleton';
import { useSay } from '../words';
import { Submission } from './Submission';
import type { SavedCampaign } from './saved';

const POLL_MS = 10_000;

/** What of the newsletter stands beside its fields. */
export default function PanelContent({ saved }: { readonly saved: SavedCampaign | null }) {
  const say = useSay();
  if (!saved) return <Typography textColor="neutral600">{say('panel.save-first')}</Typography>;
  return <Saved saved={saved} />;
}

function Saved({ saved }: { readonly saved: SavedCampaign }) {
  const isDirty = useForm('NewsletterPanel', ({ modified }) => modified, false) ?? false;
  const campaign = useGetCampaignQuery(saved.id, { pollingInterval: POLL_MS });
  const { refetch } = campaign;
  useEffect(() => {
    refetch();
  }, [refetch, saved.savedAt]);
  return (
    <Flex direction="column" alignItems="stretch" gap={4} width="100%">
      <Loaded of={campaign} skeleton={<Skeleton rows={5} height="2.4rem" />}>
        {(known) => <Submission campaign={known} saved={saved} isDirty={isDirty} />}
      </Loaded>
    </Flex>
  );
}
