import { Button, Flex, Typography } from '@strapi/design-system';
import type { AllowLine, AllowListShown } from '../../../../../server/src/contracts/allow-list';
import { useConfirmAllowListMutation, useDiscardAllowListMutation } from '../../../api/allow-list';
import { ActButton } from '../../../components/ActButton';
import { Card } from '../../../components/Card';
import { Fact, Facts } from '../../../components/Facts';
import { Time } from '../../../components/format';
import { useAct } from '../../../components/useAct';
import { useMay } from '../../../permissions';
import { useSay } from '../../../words';
import { differenceOf, keyOf } from './wished';

type Waiting = NonNullable<AllowListShown['proposal']>;

/** A change that waits for a second person: what it would do, and the two answers. */
export function Proposal({ list }: { readonly list: AllowListShown }) {
  const say = useSay();
  if (list.proposal === null) return null;
  const { added, removed, renamed } = differenceOf(list);
  const { by, at } = list.proposal;
  return (
    <Card title={say('allow.waiting')}>
      <Flex direction="column" alignItems="stretch" gap={5}>
        <Typography>{say('allow.waiting-lead')}</Typography>
        <Facts>
          <Fact label={say('allow.waiting-by')}>
            {by.name} · <Time at={at} />
          </Fact>
          <Changed label={say('allow.waiting-added')} lines={added} />
          <Changed label={say('allow.waiting-removed')} lines={removed} />
          <Changed label={say('allow.waiting-renamed')} lines={renamed} />
        </Facts>
        <Answers proposal={list.proposal} />
      </Flex>
    </Card>
  );
}

function Changed({
  label,
  lines,
}: {
  readonly label: string;
  readonly lines: readonly AllowLine[];
}) {
  if (lines.length === 0) return null;
  return (
    <Fact label={label}>
      <ul>
        {lines.map((line) => (
          <li key={keyOf(line)}>
            <LineInWords line={line} />
          </li>
        ))}
      </ul>
    </Fact>
  );
}

function LineInWords({ line: { address, label, scope } }: { readonly line: AllowLine }) {
  const say = useSay();
  const word = scope === 'everything' ? 'allow.line-everything' : 'allow.line-data';
  return <>{say(word, { address, label })}</>;
}

function Answers({ proposal: { id, mayConfirm } }: { readonly proposal: Waiting }) {
  const say = useSay();
  const may = useMay();
  const act = useAct();
  const [confirm, confirming] = useConfirmAllowListMutation();
  const [discard, discarding] = useDiscardAllowListMutation();
  return (
    <Flex gap={3} alignItems="flex-start" wrap="wrap">
      <ActButton
        allowance={mayConfirm}
        loading={confirming.isLoading}
        onClick={() => act(() => confirm(id).unwrap(), say('allow.confirmed'))}
      >
        {say('allow.confirm')}
      </ActButton>
      {may('settings.write') && (
        <Button
          variant="tertiary"
          loading={discarding.isLoading}
          onClick={() => void act(() => discard(id).unwrap(), say('allow.discarded'))}
        >
          {say('allow.discard')}
        </Button>
      )}
    </Flex>
  );
}
