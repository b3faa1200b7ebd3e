import { Button } from '@strapi/design-system';
import { PaperPlane, SealCheck } from '@strapi/icons';
import type { EditionDetail } from '../../../../server/src/contracts/editions';
import { useActMutation, useApproveMutation } from '../../api/editions';
import { Confirm } from '../../components/Confirm';
import { useFormat } from '../../components/format';
import { useAct } from '../../components/useAct';
import { useMay } from '../../permissions';
import { useSay } from '../../words';

/** Where others must sign too nothing else can be done yet. With a wished time it is scheduled; without one it may be sent at once by whoever may start it. */
export function Countersign({ edition }: { readonly edition: EditionDetail }) {
  const may = useMay();
  const missing = edition.approvals.missing - 1;
  if (missing > 0) return <SignOnly edition={edition} missing={missing} variant="success" />;
  if (edition.wishedAt !== null) return <Schedule edition={edition} at={edition.wishedAt} />;
  return (
    <>
      <SignOnly
        edition={edition}
        variant={may('campaign.schedule') ? 'success-light' : 'success'}
      />
      {may('campaign.schedule') && <SendNow edition={edition} />}
    </>
  );
}

interface SignProps {
  readonly edition: EditionDetail;
}

/** The number in the sentence is the number that is sealed. */
function useReaders({ audience: { readers } }: EditionDetail) {
  const { number } = useFormat();
  return { count: readers, readers: number(readers) };
}

function useApprove(edition: EditionDetail) {
  const [approve, { isLoading }] = useApproveMutation();
  const { id, fingerprint, audience } = edition;
  const seen = { readersShown: audience.readers, fingerprint };
  return { approve: () => approve({ id, ...seen }).unwrap(), isLoading };
}

function Schedule({ edition, at }: SignProps & { readonly at: number }) {
  const say = useSay();
  const act = useAct();
  const { approve, isLoading } = useApprove(edition);
  const { dateTime } = useFormat();
  const when = dateTime(at, edition.content.wishedAt?.zone);
  return (
    <Confirm
      title={say('countersign.question', { name: edition.name })}
      text={say('countersign.schedule-consequence', { ...useReaders(edition), when })}
      yes={say('countersign.schedule')}
      variant="success"
      icon={<SealCheck />}
      onYes={() => act(approve, say('countersign.schedule-done', { when }))}
    >
      <Button variant="success" startIcon={<SealCheck />} loading={isLoading}>
        {say('countersign.schedule')}
      </Button>
    </Confirm>
  );
}

interface SignOnlyProps extends SignProps {
  /** Others who must sign as well. */
  readonly missing?: number;
  readonly variant: 'success' | 'success-light';
}

function SignOnly({ edition, variant, missing = 0 }: SignOnlyProps) {
  const say = useSay();
  const act = useAct();
  const { approve, isLoading } = useApprove(edition);
  const readers = useReaders(edition);
  return (
    <Confirm
      title={say('countersign.question', { name: edition.name })}
      text={
        missing > 0
          ? say('countersign.partly-consequence', { ...readers, missing })
          : say('countersign.only-consequence', readers)
      }
      yes={say('countersign.only')}
      variant="success"
      icon={<SealCheck />}
      onYes={() =>
        act(
          approve,
          missing > 0 ? say('countersign.partly-done', { missing }) : say('countersign.only-done'),
        )
      }
    >
      <Button variant={variant} startIcon={<SealCheck />} loading={isLoading}>
        {say('countersign.only')}
      </Button>
    </Confirm>
  );
}

function SendNow({ edition }: SignProps) {
  const say = useSay();
  const act = useAct();
  const { approve, isLoading } = useApprove(edition);
  const [start] = useActMutation();
  const signAndStart = async () => {
    await approve();
    return start({ id: edition.id, act: 'start' }).unwrap();
  };
  return (
    <Confirm
      title={say('countersign.question', { name: edition.name })}
      text={say('countersign.now-consequence', useReaders(edition))}
      yes={say('countersign.now')}
      variant="success"
      icon={<PaperPlane />}
      onYes={() => act(signAndStart, say('act.start-done', { name: edition.name }))}
    >
      <Button variant="success" startIcon={<PaperPlane />} loading={isLoading}>
        {say('countersign.now')}
      </Button>
    </Confirm>
  );
}
