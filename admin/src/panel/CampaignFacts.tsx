import { Typography } from '@strapi/design-system';
import type { CampaignDetail } from '../../../server/src/contracts/campaigns';
import { useGetSendersQuery } from '../api/settings';
import { Disclosure } from '../components/Disclosure';
import { Fact, Facts } from '../components/Facts';
import { LeftOut, sumOf } from '../components/LeftOut';
import { Time, useFormat } from '../components/format';
import { momentOf } from '../fields/wished-time';
import { OnlyThoseIn } from '../segments/OnlyThoseIn';
import { useSay } from '../words';

interface CampaignFactsProps {
  readonly campaign: CampaignDetail;
}

/** To whom, from whom, when: as it is saved. */
export function CampaignFacts({ campaign }: CampaignFactsProps) {
  const say = useSay();
  return (
    <Facts>
      <Fact label={say('label.audience')}>
        <Audience audience={campaign.audience} />
      </Fact>
      <OnlyThoseIn segments={campaign.audience.segments} />
      <Fact label={say('label.sender')}>
        <Sender id={campaign.senderId} />
      </Fact>
      <Fact label={say('label.wished-at')}>
        <When campaign={campaign} />
      </Fact>
    </Facts>
  );
}

function Audience({ audience }: Pick<CampaignDetail, 'audience'>) {
  const { leftOut } = audience;
  const say = useSay();
  const { number } = useFormat();
  const about = useAbout(audience);
  const left = sumOf(leftOut);
  return (
    <>
      {about}
      {left > 0 && (
        <Disclosure label={say('audience.left-out', { count: left, left: number(left) })}>
          <LeftOut counts={leftOut} />
        </Disclosure>
      )}
    </>
  );
}

/** Without the right to see addresses a segment says no more than to the nearest ten. */
function useAbout({ readers, isExact }: CampaignDetail['audience']): string {
  const say = useSay();
  const { number } = useFormat();
  if (readers === null) return say('audience.few');
  const words = isExact ? 'audience.readers' : 'audience.about';
  return say(words, { count: readers, readers: number(readers) });
}

function Sender({ id }: { readonly id: string | null }) {
  const say = useSay();
  const { data } = useGetSendersQuery();
  if (id === null) return say('panel.nothing-chosen');
  const sender = data?.senders.find((one) => one.id === id);
  if (!sender) return data ? say('field.sender-gone') : '…';
  return (
    <>
      {sender.name}
      <Typography tag="div" variant="pi" textColor="neutral600">
        {sender.address}
      </Typography>
    </>
  );
}

function When({ campaign: { edition, wishedAt } }: CampaignFactsProps) {
  const say = useSay();
  const wished = wishedAt ? momentOf(wishedAt.local, wishedAt.zone) : undefined;
  const at = edition?.wishedAt ?? wished;
  return at === undefined ? say('panel.by-hand') : <Time at={at} zone={wishedAt?.zone} />;
}
