import { Flex } from '@strapi/design-system';
import type { SubscriberDetail } from '../../../../server/src/contracts/people';
import { useAccessMutation, useEraseMutation } from '../../api/people';
import { Card } from '../../components/Card';
import { useAct } from '../../components/useAct';
import { useAllowance } from '../../components/useAllowance';
import { useSay } from '../../words';
import { AskedFor } from './AskedFor';
import { saveJson } from './save-json';

interface PersonalDataProps {
  readonly person: SubscriberDetail;
}

/** What a person may ask of whoever holds data on them: to see it, and to have it erased. */
export function PersonalData({ person }: PersonalDataProps) {
  const say = useSay();
  return (
    <Card title={say('people.rights')}>
      <Flex gap={4} wrap="wrap" alignItems="flex-start">
        <Access person={person} />
        {person.suppressed !== 'erased' && <Erase person={person} />}
      </Flex>
    </Card>
  );
}

function Access({ person: { id, label } }: PersonalDataProps) {
  const say = useSay();
  const act = useAct();
  const [access, { isLoading }] = useAccessMutation();
  const save = async (reason: string) => {
    const file = await act(() => access({ id, reason }).unwrap(), say('people.access-done'));
    if (file) saveJson(`subscriber-${id}.json`, file);
    return file !== undefined;
  };
  return (
    <AskedFor
      allowance={useAllowance('subscriber.reveal', 'people.reveal-may-not')}
      act={say('people.access')}
      title={say('people.access-title', { label })}
      consequence={say('people.access-consequence')}
      isLoading={isLoading}
      save={save}
    />
  );
}

function Erase({ person: { id, label } }: PersonalDataProps) {
  const say = useSay();
  const act = useAct();
  const [erase, { isLoading }] = useEraseMutation();
  const save = async (reason: string) => {
    const done = await act(
      () => erase({ id, reason }).unwrap(),
      (receipt) => say('people.erase-done', { receipt: receipt.id }),
    );
    return done !== undefined;
  };
  return (
    <AskedFor
      allowance={useAllowance('subscriber.erase', 'people.erase-may-not')}
      act={say('people.erase')}
      title={say('people.erase-title', { label })}
      consequence={say('people.erase-consequence')}
      isLoading={isLoading}
      save={save}
      variant="danger"
    />
  );
}
