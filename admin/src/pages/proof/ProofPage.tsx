import { Button } from '@strapi/design-system';
import { File } from '@strapi/icons';
import { useParams } from 'react-router-dom';
import type { EditionDetail } from '../../../../server/src/contracts/editions';
import { useGetEditionQuery } from '../../api/editions';
import { BackLink } from '../../components/BackLink';
import { Card } from '../../components/Card';
import { Loaded } from '../../components/Loaded';
import { Screen } from '../../components/Screen';
import { paths } from '../../paths';
import { useSay } from '../../words';
import { PrintStyle } from './PrintStyle';
import { Proof } from './Proof';

/** One edition on one sheet of paper: who wrote it, who approved it, what, to how many, when. */
export default function ProofPage() {
  const say = useSay();
  const { editionId = '' } = useParams();
  const edition = useGetEditionQuery(editionId, { refetchOnMountOrArgChange: true });
  return (
    <Screen
      title={say('proof.title')}
      subtitle={edition.data?.name}
      needed={['campaign.read']}
      back={<WayBack edition={edition.data} />}
      actions={
        <Button
          variant="secondary"
          startIcon={<File />}
          disabled={!edition.data}
          onClick={() => window.print()}
        >
          {say('proof.print')}
        </Button>
      }
    >
      <PrintStyle />
      <Loaded of={edition}>
        {(detail) => (
          <Card title={detail.name}>
            <Proof edition={detail} />
          </Card>
        )}
      </Loaded>
    </Screen>
  );
}

function WayBack({ edition }: { readonly edition: EditionDetail | undefined }) {
  const say = useSay();
  const to = edition ? paths.edition(edition.campaignId, edition.id) : paths.campaigns;
  return <BackLink to={to}>{edition?.name ?? say('menu.campaigns')}</BackLink>;
}
