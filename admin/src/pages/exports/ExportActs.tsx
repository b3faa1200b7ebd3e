import { Button, Flex } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import type { ListExportShown } from '../../../../server/src/contracts/exports';
import { useAnswerExportMutation, useDownloadExportMutation } from '../../api/exports';
import { ActButton } from '../../components/ActButton';
import { Confirm } from '../../components/Confirm';
import { useFormat } from '../../components/format';
import { useAct } from '../../components/useAct';
import { useSay } from '../../words';

interface OfOne {
  readonly of: ListExportShown;
}

/** The second person's answers, and what whoever asked may do. */
export function ExportActs({ of: one }: OfOne) {
  return (
    <Flex gap={3} alignItems="flex-start" wrap="wrap">
      {one.mayDownload.allowed && <DownloadButton of={one} />}
      {one.state === 'asked' && <Allow of={one} />}
      {one.mayRefuse.allowed && <Refuse of={one} />}
      {one.mayWithdraw.allowed && <Withdraw of={one} />}
    </Flex>
  );
}

function DownloadButton({ of: { id } }: OfOne) {
  const say = useSay();
  const act = useAct();
  const [download, { isLoading }] = useDownloadExportMutation();
  return (
    <Button
      startIcon={<Download />}
      loading={isLoading}
      onClick={() => void act(() => download(id).unwrap(), say('exports.downloaded'))}
    >
      {say('exports.download')}
    </Button>
  );
}

function Allow({ of: { id, askedBy, readers, listName, mayAllow } }: OfOne) {
  const say = useSay();
  const act = useAct();
  const { number } = useFormat();
  const [answer, { isLoading }] = useAnswerExportMutation();
  if (!mayAllow.allowed) return <ActButton allowance={mayAllow}>{say('exports.allow')}</ActButton>;
  const allow = () => answer({ id, answer: 'allow' }).unwrap();
  return (
    <Confirm
      title={say('exports.allow-question', { list: listName })}
      text={say('exports.allow-consequence', {
        ...{ who: askedBy.called, count: readers, readers: number(readers) },
      })}
      yes={say('exports.allow-yes')}
      variant="default"
      onYes={() => act(allow, say('exports.allow-done'))}
    >
      <Button loading={isLoading}>{say('exports.allow')}</Button>
    </Confirm>
  );
}

function Refuse({ of: { id, askedBy, listName } }: OfOne) {
  const say = useSay();
  const act = useAct();
  const [answer, { isLoading }] = useAnswerExportMutation();
  const refuse = () => answer({ id, answer: 'refuse' }).unwrap();
  return (
    <Confirm
      title={say('exports.refuse-question', { list: listName })}
      text={say('exports.refuse-consequence', { who: askedBy.called })}
      yes={say('exports.refuse-yes')}
      onYes={() => act(refuse, say('exports.refuse-done'))}
    >
      <Button variant="danger-light" loading={isLoading}>
        {say('exports.refuse')}
      </Button>
    </Confirm>
  );
}

function Withdraw({ of: { id, listName } }: OfOne) {
  const say = useSay();
  const act = useAct();
  const [answer, { isLoading }] = useAnswerExportMutation();
  const withdraw = () => answer({ id, answer: 'withdraw' }).unwrap();
  return (
    <Confirm
      title={say('exports.withdraw-question', { list: listName })}
      text={say('exports.withdraw-consequence')}
      yes={say('exports.withdraw-yes')}
      onYes={() => act(withdraw, say('exports.withdraw-done'))}
    >
      <Button variant="tertiary" loading={isLoading}>
        {say('exports.withdraw')}
      </Button>
    </Confirm>
  );
}
