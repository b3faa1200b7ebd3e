import { LinkButton } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useAuth } from '@strapi/strapi/admin';
import { NavLink } from 'react-router-dom';
import { CAMPAIGN_UID } from '../../../../server/src/names';
import { ActButton } from '../../components/ActButton';
import { paths } from '../../paths';
import { useMay } from '../../permissions';
import { useSay } from '../../words';

/** Opens the Content Manager, where campaigns are written. Needs its right, too. */
export function NewCampaign() {
  const say = useSay();
  if (!useMayWrite()) {
    const allowance = { allowed: false, code: null, text: say('campaigns.may-not-write') };
    return (
      <ActButton allowance={allowance} variant="tertiary" startIcon={<Plus />}>
        {say('campaigns.new')}
      </ActButton>
    );
  }
  return (
    <LinkButton tag={NavLink} to={paths.newCampaign} startIcon={<Plus />}>
      {say('campaigns.new')}
    </LinkButton>
  );
}

function useMayWrite(): boolean {
  const may = useMay();
  const mayCreate = useAuth('NewCampaign', ({ permissions }) =>
    permissions.some(
      ({ action, subject }) =>
        action === 'plugin::content-manager.explorer.create' && subject === CAMPAIGN_UID,
    ),
  );
  return mayCreate && may('campaign.write');
}
