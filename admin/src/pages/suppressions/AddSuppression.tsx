import { Button, Field, Textarea, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useAddSuppressionMutation } from '../../api/people';
import { ActButton } from '../../components/ActButton';
import { AddressField } from '../../components/AddressField';
import { FormModal, ModalForm } from '../../components/FormModal';
import { useAllowance } from '../../components/useAllowance';
import { readRefusal } from '../../refusal';
import { useSay } from '../../words';

const MOST_CHARACTERS = 500;

/** One address, typed by somebody whom its owner asked. */
export function AddSuppression() {
  const say = useSay();
  const allowance = useAllowance('subscriber.write', 'suppressions.may-not-add');
  if (!allowance.allowed) {
    return (
      <ActButton allowance={allowance} startIcon={<Plus />} onClick={() => undefined}>
        {say('suppressions.add')}
      </ActButton>
    );
  }
  return (
    <FormModal title={say('suppressions.add')} form={(onDone) => <AddForm onDone={onDone} />}>
      <Button startIcon={<Plus />}>{say('suppressions.add')}</Button>
    </FormModal>
  );
}

function AddForm({ onDone }: { readonly onDone: () => void }) {
  const say = useSay();
  const [address, setAddress] = useState('');
  const [note, setNote] = useState('');
  const { add, error, isLoading } = useAdd();
  return (
    <ModalForm
      {...{ onDone, isLoading }}
      save={() => add(address.trim(), note.trim())}
      yes={say('suppressions.add-yes')}
      variant="danger"
      trouble={undefined}
    >
      <Typography>{say('suppressions.add-consequence')}</Typography>
      <AddressField
        label={say('suppressions.address')}
        value={address}
        error={error}
        onChange={setAddress}
      />
      <Field.Root hint={say('suppressions.note-hint')}>
        <Field.Label>{say('suppressions.note')}</Field.Label>
        <Textarea
          value={note}
          maxLength={MOST_CHARACTERS}
          onChange={({ target }) => setNote(target.value)}
        />
        <Field.Hint />
      </Field.Root>
    </ModalForm>
  );
}

/** What is wrong with the address stands at its field, whoever found it. */
function useAdd() {
  const say = useSay();
  const { toggleNotification } = useNotification();
  const [error, setError] = useState<string>();
  const [send, { isLoading }] = useAddSuppressionMutation();
  const add = async (address: string, note: string): Promise<boolean> => {
    if (address === '') {
      setError(say('suppressions.address-missing'));
      return false;
    }
    try {
      const { label } = await send({ address, note: note || null }).unwrap();
      toggleNotification({ type: 'success', message: say('suppressions.add-done', { label }) });
      return true;
    } catch (refused) {
      setError(readRefusal(refused, say).text);
      return false;
    }
  };
  return { add, error, isLoading };
}
