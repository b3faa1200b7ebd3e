import { useNavigate, useParams } from 'react-router-dom';
import type { MadeSourceShown } from '../../../../../server/src/contracts/sources';
import {
  useChangeSourceMutation,
  useGetSourceQuery,
  useGetSourceTypesQuery,
} from '../../../api/sources';
import { BackLink } from '../../../components/BackLink';
import { EmptyState } from '../../../components/EmptyState';
import { Loaded } from '../../../components/Loaded';
import { Screen } from '../../../components/Screen';
import { useAct } from '../../../components/useAct';
import { paths } from '../../../paths';
import { useSay } from '../../../words';
import { draftOf } from './draft';
import { SourceForm } from './SourceForm';
import { meaningOf } from './wish';

/** Fields and filter of a source that was made here. */
export default function ChangeSourcePage() {
  const { listId = '', sourceId = '' } = useParams();
  const say = useSay();
  return (
    <Screen
      title={say('lists.source', { name: sourceId })}
      subtitle={say('source.change-hint')}
      needed={['list.write']}
      back={<BackLink to={paths.list(listId)}>{say('source.back')}</BackLink>}
    >
      <Loaded of={useGetSourceQuery(sourceId)}>{(made) => <Form made={made} />}</Loaded>
    </Screen>
  );
}

function Form({ made }: { readonly made: MadeSourceShown }) {
  const say = useSay();
  const act = useAct();
  const navigate = useNavigate();
  const [change, { isLoading }] = useChangeSourceMutation();
  return (
    <Loaded of={useGetSourceTypesQuery()}>
      {({ results }) => {
        const type = results.find(({ uid }) => uid === made.contentType);
        if (!type) return <EmptyState text={say('source.no-types')} />;
        return (
          <SourceForm
            types={[type]}
            first={draftOf(made)}
            madeId={made.id}
            yes={say('source.change-yes')}
            isSaving={isLoading}
            save={async (draft) => {
              const meaning = meaningOf(draft, type.fields);
              const done = await act(
                () => change({ id: made.id, changedAt: made.changedAt, meaning }).unwrap(),
                say('source.changed'),
              );
              if (done) navigate(paths.list(made.list));
            }}
          />
        );
      }}
    </Loaded>
  );
}
