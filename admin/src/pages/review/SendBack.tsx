import { Button, Field, Modal, Textarea } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { useState } from 'react';
import type { EditionDetail } from '../../../../server/src/contracts/editions';
import { useSendBackMutation } from '../../api/editions';
import { useAct } from '../../components/useAct';
import { useSay } from '../../words';

const MOST_CHARACTERS = 500;

/** Not like this: with a reason, which the author reads. */
export function SendBack({ edition }: { readonly edition: EditionDetail }) {
  const say = useSay();
  const [isOpen, setOpen] = useState(false);
  return (
    <Modal.Root open={isOpen} onOpenChange={setOpen}>
      <Modal.Trigger>
        <Button variant="tertiary" startIcon={<ArrowLeft />}>
          {say('send-back.open')}
        </Button>
      </Modal.Trigger>
      <Modal.Content>
        <Modal.Header closeLabel={say('shared.close')}>
          <Modal.Title>{say('send-back.title', { name: edition.name })}</Modal.Title>
        </Modal.Header>
        <SendBackForm edition={edition} onDone={() => setOpen(false)} />
      </Modal.Content>
    </Modal.Root>
  );
}

interface SendBackFormProps {
  readonly edition: EditionDetail;
  readonly onDone: () => void;
}

function SendBackForm({ edition, onDone }: SendBackFormProps) {
  const say = useSay();
  const act = useAct();
  const [reason, setReason] = useState('');
  const [wasTried, setTried] = useState(false);
  const [sendBack, { isLoading }] = useSendBackMutation();
  const length = reason.trim().length;
  const isFine = length > 0 && length <= MOST_CHARACTERS;
  const answer = async () => {
    setTried(true);
    if (!isFine) return;
    const sent = await act(
      () => sendBack({ id: edition.id, reason: reason.trim() }).unwrap(),
      say('send-back.done', { who: edition.submittedBy.called }),
    );
    if (sent) onDone();
  };
  return (
    <>
      <Modal.Body>
        <Field.Root
          required
          hint={say('send-back.counter', { used: length, most: MOST_CHARACTERS })}
          error={wasTried && !isFine ? say('send-back.missing') : undefined}
        >
          <Field.Label>{say('send-back.reason')}</Field.Label>
          <Textarea
            value={reason}
            maxLength={MOST_CHARACTERS}
            onChange={({ target }) => setReason(target.value)}
          />
          <Field.Hint />
          <Field.Error />
        </Field.Root>
      </Modal.Body>
      <Modal.Footer>
        <Modal.Close>
          <Button variant="tertiary">{say('shared.never-mind')}</Button>
        </Modal.Close>
        <Button variant="danger" loading={isLoading} onClick={answer}>
          {say('send-back.yes')}
        </Button>
      </Modal.Footer>
    </>
  );
}
