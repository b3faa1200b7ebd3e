import { Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import { Rows, type Column } from '../../components/Rows';
import { StateBadge } from '../../components/StateBadge';
import { Time, useFormat } from '../../components/format';
import { paths } from '../../paths';
import { useSay } from '../../words';
import type { CampaignRow } from './rows';

/** Name, state, audience, when, who. */
export function CampaignTable({ rows }: { readonly rows: readonly CampaignRow[] }) {
  const say = useSay();
  const { number } = useFormat();
  const columns: readonly Column<CampaignRow>[] = [
    { name: 'name', label: say('campaigns.name'), cell: (row) => <Name row={row} /> },
    {
      name: 'state',
      label: say('campaigns.state'),
      cell: ({ edition }) => (
        <StateBadge state={edition?.state ?? 'draft'} text={edition?.stateText} />
      ),
    },
    {
      name: 'readers',
      label: say('campaigns.audience'),
      cell: ({ edition }) =>
        edition ? number(edition.readers ?? edition.readersAtSubmit) : say('shared.nothing'),
    },
    { name: 'when', label: say('campaigns.when'), cell: (row) => <When row={row} /> },
    {
      name: 'who',
      label: say('campaigns.who'),
      cell: ({ edition }) => edition?.submittedBy.name ?? say('shared.nothing'),
    },
  ];
  return (
    <Rows caption={say('menu.campaigns')} columns={columns} rows={rows} keyOf={({ key }) => key} />
  );
}

function Name({ row: { campaignId, edition, name } }: { readonly row: CampaignRow }) {
  const to = edition ? paths.edition(campaignId, edition.id) : paths.campaign(campaignId);
  return (
    <Link tag={NavLink} to={to}>
      {name}
    </Link>
  );
}

/** The moment that matters in the state it is in. */
function When({ row: { edition, updatedAt } }: { readonly row: CampaignRow }) {
  const say = useSay();
  if (edition?.finishedAt)
    return <Moment word={say('campaigns.finished')} at={edition.finishedAt} />;
  if (edition?.startedAt) return <Moment word={say('campaigns.started')} at={edition.startedAt} />;
  if (edition?.wishedAt) return <Moment word={say('campaigns.wished')} at={edition.wishedAt} />;
  if (edition) return <Moment word={say('campaigns.submitted')} at={edition.submittedAt} />;
  return updatedAt === null ? null : <Moment word={say('campaigns.changed')} at={updatedAt} />;
}

function Moment({ word, at }: { readonly word: string; readonly at: number }) {
  return (
    <>
      <Typography tag="div" variant="pi" textColor="neutral600">
        {word}
      </Typography>
      <Time at={at} isShort />
    </>
  );
}
