import { Button, Typography } from '@strapi/design-system';
import { Search } from '@strapi/icons';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useSearchSubscriberMutation } from '../../api/people';
import { AddressField } from '../../components/AddressField';
import { FormModal, ModalForm } from '../../components/FormModal';
import { ReasonField } from '../../components/ReasonField';
import { paths } from '../../paths';
import { useMay } from '../../permissions';
import { readRefusal } from '../../refusal';
import { useSay } from '../../words';

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
      <AddressField
        label={say('people.address')}
        value={address}
        error={missing(address, 'people.find-missing')}
        onChange={setAddress}
      />
      <ReasonField
        label={say('people.rights-reason')}
        hint={say('people.rights-reason-hint')}
        value={reason}
        error={missing(reason, 'people.rights-reason-missing')}
        onChange={setReason}
      />
    </ModalForm>
  );
}
