import { Button } from '@strapi/design-system';
import { useAskLinkMutation, useGetMyAddressQuery } from '../../api/campaigns';
import { Notice } from '../../components/Notice';
import { useAct } from '../../components/useAct';
import { useSay } from '../../words';

/** Mail goes only to an address its owner confirmed; until then the admin alone says what waits. */
export function MyAddress() {
  const say = useSay();
  const act = useAct();
  const { data } = useGetMyAddressQuery();
  const [askLink, { isLoading, isSuccess }] = useAskLinkMutation();
  if (data?.confirmed !== false) return null;
  if (isSuccess) return <Notice tone="success">{say('overview.address-asked')}</Notice>;
  const ask = () => act(() => askLink().unwrap());
  return (
    <Notice
      tone="info"
      action={
        <Button variant="secondary" size="S" loading={isLoading} onClick={ask}>
          {say('overview.address-ask')}
        </Button>
      }
    >
      {say('overview.address')}
    </Notice>
  );
}
