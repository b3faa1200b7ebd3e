import { useNavigate } from 'react-router-dom';
import { useCreateSourceMutation, useGetSourceTypesQuery } from '../../../api/sources';
import { BackLink } from '../../../components/BackLink';
import { EmptyState } from '../../../components/EmptyState';
import { Loaded } from '../../../components/Loaded';
import { Screen } from '../../../components/Screen';
import { useAct } from '../../../components/useAct';
import { paths } from '../../../paths';
import { useSay } from '../../../words';
import { NO_DRAFT } from './draft';
import { SourceForm } from './SourceForm';

/** A source made by clicking. */
export default function NewSourcePage() {
  const say = useSay();
  return (
    <Screen
      title={say('source.new')}
      subtitle={say('source.new-hint')}
      needed={['list.write']}
      back={<BackLink to={paths.lists}>{say('lists.back')}</BackLink>}
    >
      <Form />
    </Screen>
  );
}

function Form() {
  const say = useSay();
  const act = useAct();
  const navigate = useNavigate();
  const [create, { isLoading }] = useCreateSourceMutation();
  return (
    <Loaded of={useGetSourceTypesQuery()}>
      {({ results }) =>
        results.length === 0 ? (
          <EmptyState text={say('source.no-types')} />
        ) : (
          <SourceForm
            types={results}
            first={NO_DRAFT}
            yes={say('source.create')}
            isSaving={isLoading}
            save={async (_draft, wish) => {
              const made = await act(() => create(wish).unwrap(), say('source.created'));
              if (made) navigate(paths.list(made.list));
            }}
          />
        )
      }
    </Loaded>
  );
}
