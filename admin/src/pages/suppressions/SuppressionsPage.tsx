import { Flex } from '@strapi/design-system';
import { useGetSuppressionsQuery } from '../../api/people';
import { EmptyState } from '../../components/EmptyState';
import { Loaded } from '../../components/Loaded';
import { Pager, useCursor } from '../../components/Pager';
import { Screen } from '../../components/Screen';
import { useSay } from '../../words';
import { ImportFile } from './imports/ImportFile';
import { ToImports } from './imports/ToImports';
import { AddSuppression } from './AddSuppression';
import { SuppressionTable } from './SuppressionTable';

const PAGE = 25;

/** Who must not get newsletters, whatever else is true of them. */
export default function SuppressionsPage() {
  const say = useSay();
  return (
    <Screen
      title={say('menu.suppressions')}
      subtitle={say('suppressions.subtitle')}
      needed={['subscriber.read']}
      actions={
        <Flex gap={3} wrap="wrap">
          <ImportFile />
          <AddSuppression />
        </Flex>
      }
      aside={<ToImports />}
    >
      <Suppressions />
    </Screen>
  );
}

function Suppressions() {
  const say = useSay();
  const page = { after: useCursor(), limit: PAGE };
  const suppressions = useGetSuppressionsQuery(page, { refetchOnMountOrArgChange: true });
  return (
    <Loaded of={suppressions}>
      {({ results, next }) =>
        results.length === 0 ? (
          <EmptyState text={say('suppressions.none')} />
        ) : (
          <>
            <SuppressionTable rows={results} />
            <Pager next={next} />
          </>
        )
      }
    </Loaded>
  );
}
