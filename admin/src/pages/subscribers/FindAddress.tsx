import { Button, Field, Textarea, TextInput, Typography } from '@strapi/design-system';
import { Search } from '@strapi/icons';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useSearchSubscriberMutation } from '../../api/people';
import { FormModal, ModalForm } from '../../components/FormModal';
import { paths } from '../../paths';
import { useMay } from '../../permissions';
import { readRefusal } from '../../refusal';
import { useSay } from '../../words';

const LONGEST_ADDRESS = 320;
const MOST_CHARACTERS = 500;

/** One subscriber by their whole address, for those who may see addresses. */
export function FindAddress() {
  const say = useSay();
  const may = useMay();
  if (!may('subscriber.reveal')) return null;
  return (
    <FormModal title={say('people.find-title')} form={(onDone) => <FindForm onDone={onDone} />}>
      <Button variant="secondary" startIcon={<Search />}>
        {say('people.find')}
      </Button>
    </FormModal>
  );
}

function FindForm({ onDone }: { readonly onDone: () => void }) {
  const say = useSay();
  const navigate = useNavigate();
  const [address, setAddress] = useState('');
  const [reason, setReason] = useState('');
  const [wasTried, setTried] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const [search, { isLoading }] = useSearchSubscriberMutation();
  const save = async () => {
    setTried(true);
    if (address.trim() === '' || reason.trim() === '') return false;
    try {
      const { id } = await search({ address: address.trim(), reason: reason.trim() }).unwrap();
      navigate(paths.subscriber(id));
      return true;
    } catch (refused) {
      setTrouble(readRefusal(refused, say).text);
      return false;
    }
  };
  const missing = (text: string, word: 'people.find-missing' | 'people.rights-reason-missing') =>
    wasTried && text.trim() === '' ? say(word) : undefined;
  return (
    <ModalForm {...{ save, onDone, isLoading, trouble }} yes={say('people.find-yes')}>
      <Typography>{say('people.find-consequence')}</Typography>
      <Field.Root required error={missing(address, 'people.find-missing')}>
        <Field.Label>{say('people.address')}</Field.Label>
        <TextInput
          type="email"
          autoComplete="off"
          maxLength={LONGEST_ADDRESS}
          value={address}
          onChange={({ target }) => setAddress(target.value)}
        />
        <Field.Error />
      </Field.Root>
      <Field.Root
        required
        hint={say('people.rights-reason-hint')}
        error={missing(reason, 'people.rights-reason-missing')}
      >
        <Field.Label>{say('people.rights-reason')}</Field.Label>
        <Textarea
          value={reason}
          maxLength={MOST_CHARACTERS}
          onChange={({ target }) => setReason(target.value)}
        />
        <Field.Hint />
        <Field.Error />
      </Field.Root>
    </ModalForm>
  );
}
