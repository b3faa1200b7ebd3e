import { LinkButton } from '@strapi/design-system';
import { Pencil } from '@strapi/icons';
import { NavLink, useParams } from 'react-router-dom';
import type { CampaignDetail } from '../../../../server/src/contracts/campaigns';
import { useGetCampaignQuery } from '../../api/campaigns';
import { BackLink } from '../../components/BackLink';
import { EmptyState } from '../../components/EmptyState';
import { Loaded } from '../../components/Loaded';
import { Screen } from '../../components/Screen';
import { StateBadge } from '../../components/StateBadge';
import { isMoving } from '../../components/states';
import { paths } from '../../paths';
import { useSay } from '../../words';
import { EditionPage } from './EditionPage';

const FAST_MS = 3_000;
const SLOW_MS = 15_000;

/** One campaign: the edition in the address, or else the one that matters now. */
export default function CampaignPage() {
  const say = useSay();
  const { campaignId = '', editionId } = useParams();
  const known = useGetCampaignQuery(campaignId);
  const state = known.data?.edition?.state ?? '';
  const campaign = useGetCampaignQuery(campaignId, {
    pollingInterval: isMoving(state) ? FAST_MS : SLOW_MS,
  });
  const edition = campaign.data && editionIn(campaign.data, editionId);
  return (
    <Screen
      title={campaign.data?.name ?? say('menu.campaigns')}
      needed={['campaign.read']}
      back={<BackLink to={paths.campaigns}>{say('menu.campaigns')}</BackLink>}
      aside={campaign.data && <StateBadge state={edition?.state ?? 'draft'} />}
      actions={<EditButton campaignId={campaignId} />}
    >
      <Loaded of={campaign}>
        {(detail) =>
          edition ? (
            <EditionPage campaign={detail} edition={edition} />
          ) : (
            <EmptyState
              text={say('campaigns.never-submitted')}
              action={<EditButton campaignId={campaignId} />}
            />
          )
        }
      </Loaded>
    </Screen>
  );
}

const editionIn = ({ edition, history }: CampaignDetail, id: string | undefined) =>
  id === undefined ? (edition ?? history[0]) : history.find((one) => one.id === id);

function EditButton({ campaignId }: { readonly campaignId: string }) {
  const say = useSay();
  return (
    <LinkButton
      tag={NavLink}
      to={paths.editCampaign(campaignId)}
      variant="tertiary"
      startIcon={<Pencil />}
    >
      {say('campaigns.edit')}
    </LinkButton>
  );
}
