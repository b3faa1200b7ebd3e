import type { CampaignDetail } from '../../../server/src/contracts/campaigns';
import { StateBadge } from '../components/StateBadge';
import { Disclosure } from '../components/Disclosure';
import { Hands } from '../components/Hands';
import { useFormat } from '../components/format';
import { useSay } from '../words';
import { CampaignFacts } from './CampaignFacts';
import { History } from './History';
import { OpenEdition } from './OpenEdition';
import { Preflight } from './Preflight';
import { Said } from './Said';
import { SubmitActs } from './SubmitActs';
import type { SavedCampaign } from './saved';

interface SubmissionProps {
  readonly campaign: CampaignDetail;
  readonly saved: SavedCampaign;
  readonly isDirty: boolean;
}

/** From the first draft to the last message: where it stands and what can be done about it. */
export function Submission({ campaign, saved, isDirty }: SubmissionProps) {
  const say = useSay();
  const { number } = useFormat();
  const { edition, hands, history, preflight } = campaign;
  const [newest] = history;
  return (
    <>
      <div>
        <StateBadge state={edition?.state ?? 'draft'} text={edition?.stateText} mayWrap />
      </div>
      {edition && <OpenEdition edition={edition} />}
      <CampaignFacts campaign={campaign} />
      {!edition && <Preflight problems={preflight} locale={saved.locale} />}
      <SubmitActs campaign={campaign} saved={saved} isDirty={isDirty} />
      {newest && <Said key={newest.id} edition={newest} />}
      <Disclosure label={say('panel.hands', { hands: number(hands.length) })}>
        <Hands hands={hands} />
      </Disclosure>
      <History campaignId={campaign.id} editions={history} />
    </>
  );
}
