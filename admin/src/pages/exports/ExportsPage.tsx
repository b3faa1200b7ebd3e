import { Flex } from '@strapi/design-system';
import type { ExportsShown } from '../../../../server/src/contracts/exports';
import { useGetExportsQuery } from '../../api/exports';
import { EmptyState } from '../../components/EmptyState';
import { Loaded } from '../../components/Loaded';
import { Notice } from '../../components/Notice';
import { Pager, useCursor } from '../../components/Pager';
import { Screen } from '../../components/Screen';
import { useSay } from '../../words';
import { ExportCard } from './ExportCard';
import { waitingFirst } from './waiting-first';

const PAGE = 25;
const POLL_MS = 60_000;

/** Exports of lists: those that wait for who looks, then the others. */
export default function ExportsPage() {
  const say = useSay();
  return (
    <Screen
      title={say('menu.exports')}
      subtitle={say('exports.subtitle')}
      needed={['subscriber.export']}
    >
      <Exports />
    </Screen>
  );
}

function Exports() {
  const page = { before: useCursor(), limit: PAGE };
  const exports = useGetExportsQuery(page, {
    refetchOnMountOrArgChange: true,
    pollingInterval: POLL_MS,
  });
  return <Loaded of={exports}>{(shown) => <Shown exports={shown} />}</Loaded>;
}

function Shown({ exports: { isOn, results, next } }: { readonly exports: ExportsShown }) {
  const say = useSay();
  return (
    <>
      {!isOn && (
        <Notice tone="info" title={say('exports.off')}>
          {say('exports.off-how')}
        </Notice>
      )}
      {isOn && results.length === 0 && <EmptyState text={say('exports.none')} />}
      {results.length > 0 && (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={4}>
          {waitingFirst(results).map((one) => (
            <ExportCard key={one.id} of={one} />
          ))}
        </Flex>
      )}
      <Pager next={next} />
    </>
  );
}
