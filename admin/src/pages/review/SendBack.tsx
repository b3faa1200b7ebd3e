import { Button } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { useState } from 'react';
import type { EditionDetail } from '../../../../server/src/contracts/editions';
import { useSendBackMutation } from '../../api/editions';
import { FormModal, ModalForm } from '../../components/FormModal';
import { MOST_CHARACTERS, ReasonField } from '../../components/ReasonField';
import { useAct } from '../../components/useAct';
import { useSay } from '../../words';

interface SendBackProps {
  readonly edition: EditionDetail;
}

/** Not like this: with a reason, which the author reads. */
export function SendBack({ edition }: SendBackProps) {
  const say = useSay();
  return (
    <FormModal
      title={say('send-back.title', { name: edition.name })}
      form={(onDone) => <SendBackForm edition={edition} onDone={onDone} />}
    >
      <Button variant="tertiary" startIcon={<ArrowLeft />}>
        {say('send-back.open')}
      </Button>
    </FormModal>
  );
}

function SendBackForm({ edition, onDone }: SendBackProps & { readonly onDone: () => void }) {
  const say = useSay();
  const act = useAct();
  const [reason, setReason] = useState('');
  const [wasTried, setTried] = useState(false);
  const [sendBack, { isLoading }] = useSendBackMutation();
  const wish = { id: edition.id, reason: reason.trim() };
  const done = say('send-back.done', { who: edition.submittedBy.called });
  const answer = async () => {
    setTried(true);
    return wish.reason !== '' && Boolean(await act(() => sendBack(wish).unwrap(), done));
  };
  return (
    <ModalForm
      {...{ onDone, isLoading }}
      save={answer}
      trouble={undefined}
      yes={say('send-back.yes')}
      variant="danger"
    >
      <ReasonField
        label={say('send-back.reason')}
        hint={say('send-back.counter', { used: wish.reason.length, most: MOST_CHARACTERS })}
        value={reason}
        error={wasTried && wish.reason === '' ? say('send-back.missing') : undefined}
        onChange={setReason}
      />
    </ModalForm>
  );
}
