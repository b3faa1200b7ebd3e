import { Button, Field, Flex, Modal, Textarea, TextInput, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useAddSuppressionMutation } from '../../api/people';
import { ActButton } from '../../components/ActButton';
import { useAllowance } from '../../components/useAllowance';
import { readRefusal } from '../../refusal';
import { useSay } from '../../words';

const MOST_CHARACTERS = 500;
const LONGEST_ADDRESS = 320;

/** One address, typed by somebody whom its owner asked. */
export function AddSuppression() {
  const say = useSay();
  const allowance = useAllowance('subscriber.write', 'suppressions.may-not-add');
  const [isOpen, setOpen] = useState(false);
  if (!allowance.allowed) {
    return (
      <ActButton allowance={allowance} startIcon={<Plus />} onClick={() => undefined}>
        {say('suppressions.add')}
      </ActButton>
    );
  }
  return (
    <Modal.Root open={isOpen} onOpenChange={setOpen}>
      <Modal.Trigger>
        <Button startIcon={<Plus />}>{say('suppressions.add')}</Button>
      </Modal.Trigger>
      <Modal.Content>
        <Modal.Header closeLabel={say('shared.close')}>
          <Modal.Title>{say('suppressions.add')}</Modal.Title>
        </Modal.Header>
        <AddForm onDone={() => setOpen(false)} />
      </Modal.Content>
    </Modal.Root>
  );
}

function AddForm({ onDone }: { readonly onDone: () => void }) {
  const say = useSay();
  const [address, setAddress] = useState('');
  const [note, setNote] = useState('');
  const { add, error, isLoading } = useAdd(onDone);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void add(address.trim(), note.trim());
      }}
    >
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Typography>{say('suppressions.add-consequence')}</Typography>
          <Field.Root required error={error}>
            <Field.Label>{say('suppressions.address')}</Field.Label>
            <TextInput
              type="email"
              autoComplete="off"
              maxLength={LONGEST_ADDRESS}
              value={address}
              onChange={({ target }) => setAddress(target.value)}
            />
            <Field.Error />
          </Field.Root>
          <Field.Root hint={say('suppressions.note-hint')}>
            <Field.Label>{say('suppressions.note')}</Field.Label>
            <Textarea
              value={note}
              maxLength={MOST_CHARACTERS}
              onChange={({ target }) => setNote(target.value)}
            />
            <Field.Hint />
          </Field.Root>
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Modal.Close>
          <Button variant="tertiary">{say('shared.never-mind')}</Button>
        </Modal.Close>
        <Button type="submit" variant="danger" loading={isLoading}>
          {say('suppressions.add-yes')}
        </Button>
      </Modal.Footer>
    </form>
  );
}

/** What is wrong with the address stands at its field, whoever found it. */
function useAdd(onDone: () => void) {
  const say = useSay();
  const { toggleNotification } = useNotification();
  const [error, setError] = useState<string>();
  const [send, { isLoading }] = useAddSuppressionMutation();
  const add = async (address: string, note: string) => {
    if (address === '') return setError(say('suppressions.address-missing'));
    try {
      const { label } = await send({ address, note: note || null }).unwrap();
      toggleNotification({ type: 'success', message: say('suppressions.add-done', { label }) });
      onDone();
    } catch (refused) {
      setError(readRefusal(refused, say).text);
    }
  };
  return { add, error, isLoading };
}
