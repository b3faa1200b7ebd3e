import { Button, Flex, Typography } from '@strapi/design-system';
import { Eye } from '@strapi/icons';
import { useState } from 'react';
import type { SubscriberDetail } from '../../../../server/src/contracts/people';
import { useRevealMutation } from '../../api/people';
import { Announce } from '../../components/Announce';
import { Fact } from '../../components/Facts';
import { FormModal, ModalForm } from '../../components/FormModal';
import { ReasonField } from '../../components/ReasonField';
import { useAct } from '../../components/useAct';
import { useMay } from '../../permissions';
import { useSay } from '../../words';

interface RevealProps {
  readonly person: SubscriberDetail;
}

interface Revealed {
  readonly address: string;
  readonly name: string | null;
}

/** The address, masked; in the clear for whoever says why, until they leave the page. */
export function Reveal({ person }: RevealProps) {
  const say = useSay();
  // Kept here and nowhere else, so that it is gone with the page.
  const [revealed, setRevealed] = useState<Revealed>();
  return (
    <>
      <Fact label={say('people.address')}>
        {revealed ? (
          <>
            <strong ref={takeFocus} tabIndex={-1}>
              {revealed.address}
            </strong>
            <Small>{say('people.reveal-done')}</Small>
          </>
        ) : (
          <Masked person={person} onRevealed={setRevealed} />
        )}
        <Announce>{revealed ? say('people.reveal-done') : ''}</Announce>
      </Fact>
      {revealed && <Fact label={say('people.name')}>{revealed.name ?? say('people.no-name')}</Fact>}
    </>
  );
}

/** The dialog is gone with the button that opened it: what was asked for is read out next. */
const takeFocus = (element: HTMLElement | null) => element?.focus();

interface MaskedProps extends RevealProps {
  readonly onRevealed: (revealed: Revealed) => void;
}

function Masked({ person, onRevealed }: MaskedProps) {
  const say = useSay();
  const may = useMay();
  return (
    <Flex direction="column" alignItems="flex-start" gap={2}>
      {person.label}
      {person.status === 'erased' && <Small>{say('people.reveal-erased')}</Small>}
      {person.status !== 'erased' && !may('subscriber.reveal') && (
        <Small>{say('people.reveal-may-not')}</Small>
      )}
      {person.status !== 'erased' && may('subscriber.reveal') && (
        <RevealModal person={person} onRevealed={onRevealed} />
      )}
    </Flex>
  );
}

const Small = ({ children }: { readonly children: string }) => (
  <Typography tag="div" variant="pi" textColor="neutral600">
    {children}
  </Typography>
);

function RevealModal(props: MaskedProps) {
  const say = useSay();
  return (
    <FormModal
      title={say('people.reveal-title', { label: props.person.label })}
      form={(onDone) => <RevealForm {...props} onDone={onDone} />}
    >
      <Button variant="tertiary" size="S" startIcon={<Eye />}>
        {say('people.reveal')}
      </Button>
    </FormModal>
  );
}

function RevealForm({ person, onRevealed, onDone }: MaskedProps & { readonly onDone: () => void }) {
  const say = useSay();
  const act = useAct();
  const [reason, setReason] = useState('');
  const [wasTried, setTried] = useState(false);
  const [reveal, { isLoading }] = useRevealMutation();
  const isMissing = reason.trim() === '';
  const answer = async () => {
    setTried(true);
    if (isMissing) return false;
    const revealed = await act(() => reveal({ id: person.id, reason: reason.trim() }).unwrap());
    if (revealed) onRevealed(revealed);
    return revealed !== undefined;
  };
  return (
    <ModalForm
      {...{ onDone, isLoading }}
      save={answer}
      trouble={undefined}
      yes={say('people.reveal')}
    >
      <Typography>{say('people.reveal-consequence')}</Typography>
      <ReasonField
        label={say('people.reveal-reason')}
        value={reason}
        error={wasTried && isMissing ? say('people.reveal-reason-missing') : undefined}
        onChange={setReason}
      />
    </ModalForm>
  );
}
