import { Flex } from '@strapi/design-system';
import type { ImportShown } from '../../../../../server/src/contracts/imports';
import { useGetImportsQuery } from '../../../api/imports';
import { BackLink } from '../../../components/BackLink';
import { EmptyState } from '../../../components/EmptyState';
import { Loaded } from '../../../components/Loaded';
import { Pager, useCursor } from '../../../components/Pager';
import { Screen } from '../../../components/Screen';
import { paths } from '../../../paths';
import { useSay } from '../../../words';
import { ImportCard } from './ImportCard';
import { ImportFile } from './ImportFile';

const PAGE = 25;
/** One that is being taken in is looked at often. */
const POLL_MS = 5_000;

/** Files of suppressions: those that wait for who looks, then the others. */
export default function ImportsPage() {
  const say = useSay();
  return (
    <Screen
      title={say('imports.title')}
      subtitle={say('imports.subtitle')}
      needed={['subscriber.write']}
      actions={<ImportFile />}
      back={<BackLink to={paths.suppressions}>{say('menu.suppressions')}</BackLink>}
    >
      <Imports />
    </Screen>
  );
}

function Imports() {
  const say = useSay();
  const page = { before: useCursor(), limit: PAGE };
  const imports = useGetImportsQuery(page, {
    refetchOnMountOrArgChange: true,
    pollingInterval: POLL_MS,
  });
  return (
    <Loaded of={imports}>
      {({ results, next }) => (
        <>
          {results.length === 0 && <EmptyState text={say('imports.none')} />}
          {results.length > 0 && (
            <Flex tag="ul" direction="column" alignItems="stretch" gap={4}>
              {waitingFirst(results).map((one) => (
                <ImportCard key={one.id} of={one} />
              ))}
            </Flex>
          )}
          <Pager next={next} />
        </>
      )}
    </Loaded>
  );
}

const waitingFirst = (imports: readonly ImportShown[]): readonly ImportShown[] =>
  [...imports].sort((a, b) => Number(b.mayAllow.allowed) - Number(a.mayAllow.allowed));
