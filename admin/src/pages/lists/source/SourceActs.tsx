import { Button, Flex, LinkButton } from '@strapi/design-system';
import { NavLink, useParams } from 'react-router-dom';
import { useGetSourceQuery, useRemoveSourceMutation } from '../../../api/sources';
import { Confirm } from '../../../components/Confirm';
import type { Source } from '../../../components/SourceHealth';
import { useAct } from '../../../components/useAct';
import { useFormat } from '../../../components/format';
import { paths } from '../../../paths';
import { useMay } from '../../../permissions';
import { useSay } from '../../../words';

/** What can be done with a source that was made here. */
export function SourceActs({ source }: { readonly source: Source }) {
  const say = useSay();
  const { listId = '' } = useParams();
  const may = useMay();
  if (!source.madeHere || source.isLeaving || !may('list.write')) return null;
  return (
    <Flex gap={2} paddingTop={4}>
      <LinkButton
        tag={NavLink}
        to={paths.changeSource(listId, source.id)}
        variant="tertiary"
        size="S"
      >
        {say('source.change')}
      </LinkButton>
      <Remove sourceId={source.id} />
    </Flex>
  );
}

function Remove({ sourceId }: { readonly sourceId: string }) {
  const say = useSay();
  const act = useAct();
  const { number } = useFormat();
  const [remove, { isLoading }] = useRemoveSourceMutation();
  const { data } = useGetSourceQuery(sourceId, { refetchOnMountOrArgChange: true });
  if (!data) return null;
  const leaving = data.onList;
  return (
    <Confirm
      title={say('source.remove-question', { name: sourceId })}
      text={
        <Flex direction="column" alignItems="stretch" gap={3}>
          <span>
            {say('source.remove-consequence', { count: leaving, leaving: number(leaving) })}
          </span>
          <span>{say('source.voids')}</span>
        </Flex>
      }
      yes={say('source.remove-yes')}
      onYes={() => act(() => remove({ id: sourceId, leaving }).unwrap(), say('source.removed'))}
    >
      <Button variant="danger-light" size="S" loading={isLoading}>
        {say('source.remove')}
      </Button>
    </Confirm>
  );
}
