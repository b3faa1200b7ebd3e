import { Link } from '@strapi/design-system';
import { Fragment } from 'react';
import { NavLink, useParams } from 'react-router-dom';
import type { List } from '../../../../server/src/contracts/people';
import { BackLink } from '../../components/BackLink';
import { Loaded } from '../../components/Loaded';
import { Notice } from '../../components/Notice';
import { Screen } from '../../components/Screen';
import { useFormat } from '../../components/format';
import { useList } from '../../components/useLists';
import { paths } from '../../paths';
import { useMay } from '../../permissions';
import { useSay } from '../../words';
import { AskExport } from './AskExport';
import { Braked } from './Braked';
import { Growth } from './Growth';
import { LeftOutCard } from './LeftOutCard';
import { Paused } from './Paused';
import { SourceCard } from './SourceCard';
import { Unreadable } from './Unreadable';
import { SyncNow } from './SyncNow';

/** One list: its sources, how the last sync went, and who is left out and why. */
export default function ListPage() {
  const { listId = '' } = useParams();
  const say = useSay();
  const list = useList(listId);
  const { data } = list;
  return (
    <Screen
      title={data?.name ?? say('menu.lists')}
      subtitle={useReadersWords(data)}
      needed={['list.read']}
      back={<BackLink to={paths.lists}>{say('lists.back')}</BackLink>}
      actions={data && <SyncNow list={data} />}
    >
      <Loaded of={list}>{(loaded) => <Parts list={loaded} />}</Loaded>
    </Screen>
  );
}

const NOTHING_YET = '\u00a0';

/** Holds its line while the list is loaded, so that nothing jumps. */
function useReadersWords(list?: List): string {
  const say = useSay();
  const { number } = useFormat();
  if (!list) return NOTHING_YET;
  return say('audience.readers', { count: list.readers, readers: number(list.readers) });
}

function Parts({ list }: { readonly list: List }) {
  const say = useSay();
  const may = useMay();
  return (
    <>
      {list.sources.length === 0 && <Notice tone="warning">{say('lists.no-sources')}</Notice>}
      {list.sources.map((source) => (
        <Fragment key={source.id}>
          <Paused source={source} />
          <Unreadable source={source} />
          <Braked list={list} source={source} />
          <SourceCard source={source} />
        </Fragment>
      ))}
      <Growth listId={list.id} />
      {list.sources.length > 0 && <LeftOutCard list={list} />}
      {may('subscriber.read') && (
        <div>
          <Link tag={NavLink} to={paths.subscribersOf(list.id)}>
            {say('lists.readers-link')}
          </Link>
        </div>
      )}
      <AskExport list={list} />
    </>
  );
}
