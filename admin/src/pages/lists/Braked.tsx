import { Button } from '@strapi/design-system';
import type { List } from '../../../../server/src/contracts/people';
import { useKeepListMutation, useLetGoMutation } from '../../api/lists';
import { ActButton } from '../../components/ActButton';
import { Confirm } from '../../components/Confirm';
import { Notice } from '../../components/Notice';
import { runOf, type Source } from '../../components/SourceHealth';
import { useFormat } from '../../components/format';
import { useAct } from '../../components/useAct';
import { useAllowance } from '../../components/useAllowance';
import { useSay } from '../../words';

interface BrakedProps {
  readonly list: Pick<List, 'id' | 'name'>;
  readonly source: Source;
}

/** A sync that stopped before too many left, with the numbers and the two answers to it. */
export function Braked({ list, source }: BrakedProps) {
  const say = useSay();
  const { number } = useFormat();
  const brake = source.lastRun?.brake;
  if (!brake) return null;
  const numbers = { leaving: number(brake.leaving), of: number(brake.of) };
  return (
    <Notice
      tone={brake.isKept ? 'info' : 'warning'}
      title={say('brake.title', { list: list.name, ...numbers })}
      action={<Answers list={list} source={source} />}
    >
      {say(brake.isKept ? 'brake.kept' : 'brake.why', { source: source.id })}
    </Notice>
  );
}

function Answers({ list, source }: BrakedProps) {
  const say = useSay();
  const act = useAct();
  const allowance = useAllowance('subscriber.write', 'brake.may-not');
  const [keep, { isLoading }] = useKeepListMutation();
  const stopped = { id: list.id, run: runOf(source) };
  if (!allowance.allowed) return <ActButton allowance={allowance}>{say('brake.let-go')}</ActButton>;
  return (
    <>
      <LetGo list={list} source={source} />
      {!source.lastRun?.brake?.isKept && (
        <Button
          variant="tertiary"
          loading={isLoading}
          onClick={() => act(() => keep(stopped).unwrap(), say('brake.keep-done'))}
        >
          {say('brake.keep')}
        </Button>
      )}
    </>
  );
}

function LetGo({ list, source }: BrakedProps) {
  const say = useSay();
  const act = useAct();
  const { number } = useFormat();
  const [letGo, { isLoading }] = useLetGoMutation();
  const leaving = number(source.lastRun?.brake?.leaving ?? 0);
  const stopped = { id: list.id, run: runOf(source) };
  return (
    <Confirm
      title={say('brake.question', { leaving, list: list.name })}
      text={say('brake.consequence')}
      yes={say('brake.yes', { leaving })}
      onYes={() => act(() => letGo(stopped).unwrap(), say('brake.let-go-done'))}
    >
      <Button variant="danger-light" loading={isLoading}>
        {say('brake.let-go')}
      </Button>
    </Confirm>
  );
}
