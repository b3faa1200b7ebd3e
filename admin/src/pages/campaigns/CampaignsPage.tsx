import { Box, LinkButton, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { NavLink, useSearchParams } from 'react-router-dom';
import { useGetCampaignsQuery } from '../../api/campaigns';
import { useGetEditionsQuery } from '../../api/editions';
import { EmptyState } from '../../components/EmptyState';
import { Loaded } from '../../components/Loaded';
import { Pager, useCursor } from '../../components/Pager';
import { Screen } from '../../components/Screen';
import { useSay } from '../../words';
import { CampaignTable } from './CampaignTable';
import { NewCampaign } from './NewCampaign';
import { FILTERS, isFilter, rowOfCampaign, rowOfEdition, type Filter } from './rows';

const PAGE = 25;
const POLL_MS = 10_000;

/** All campaigns, or the editions in one state. */
export default function CampaignsPage() {
  const say = useSay();
  const [params, setParams] = useSearchParams();
  const wished = params.get('show');
  const filter = isFilter(wished) ? wished : 'all';
  const choose = (next: string | number) => setParams(next === 'all' ? {} : { show: String(next) });
  return (
    <Screen
      title={say('menu.campaigns')}
      subtitle={say('campaigns.subtitle')}
      needed={['campaign.read']}
      actions={<NewCampaign />}
    >
      <Box maxWidth="32rem">
        <SingleSelect
          aria-label={say('campaigns.filter')}
          value={filter}
          onChange={choose}
          size="S"
        >
          {Object.entries(FILTERS).map(([value, { word }]) => (
            <SingleSelectOption key={value} value={value}>
              {say(word)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Box>
      <Results filter={filter} />
    </Screen>
  );
}

function Results({ filter }: { readonly filter: Filter }) {
  const { states } = FILTERS[filter];
  const page = { before: useCursor(), limit: PAGE };
  const campaigns = useGetCampaignsQuery(page, {
    pollingInterval: POLL_MS,
    skip: states !== null,
  });
  const editions = useGetEditionsQuery(
    { ...page, state: states ?? undefined },
    { pollingInterval: POLL_MS, skip: states === null },
  );
  if (states === null) {
    return (
      <Loaded of={campaigns}>
        {({ results, next }) =>
          results.length === 0 && !page.before ? (
            <NoCampaigns />
          ) : (
            <Page rows={results.map(rowOfCampaign)} next={next} />
          )
        }
      </Loaded>
    );
  }
  return (
    <Loaded of={editions}>
      {({ results, next }) =>
        results.length === 0 ? (
          <NoneInState />
        ) : (
          <Page rows={results.map(rowOfEdition)} next={next} />
        )
      }
    </Loaded>
  );
}

function Page({
  rows,
  next,
}: {
  readonly rows: ReturnType<typeof rowOfCampaign>[];
  readonly next: string | null;
}) {
  return (
    <>
      <CampaignTable rows={rows} />
      <Pager next={next} />
    </>
  );
}

function NoCampaigns() {
  const say = useSay();
  return <EmptyState text={say('campaigns.none')} action={<NewCampaign />} />;
}

function NoneInState() {
  const say = useSay();
  return (
    <EmptyState
      text={say('campaigns.none-in-state')}
      action={
        <LinkButton tag={NavLink} to="?" variant="secondary">
          {say('campaigns.show-all')}
        </LinkButton>
      }
    />
  );
}
