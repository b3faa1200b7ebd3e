import { Button, Flex } from '@strapi/design-system';
import type { ImportShown } from '../../../../../server/src/contracts/imports';
import { useAnswerImportMutation } from '../../../api/imports';
import { ActButton } from '../../../components/ActButton';
import { Confirm } from '../../../components/Confirm';
import { useFormat } from '../../../components/format';
import { useAct } from '../../../components/useAct';
import { useSay, type Word } from '../../../words';

interface OfOne {
  readonly of: ImportShown;
}

/** The second person's answers, and what whoever asked may do. */
export function ImportActs({ of: one }: OfOne) {
  return (
    <Flex gap={3} alignItems="flex-start" wrap="wrap">
      {one.state === 'asked' && <Allow of={one} />}
      {one.mayRefuse.allowed && <Refuse of={one} />}
      {one.mayWithdraw.allowed && <Withdraw of={one} />}
    </Flex>
  );
}

/** Who left may come back by themselves; who complained is never written to again. */
const ALLOW_CONSEQUENCES: Readonly<Record<string, Word>> = {
  unsubscribed: 'imports.allow-consequence-unsubscribed',
  complaint: 'imports.allow-consequence-complaint',
};

function Allow({ of: { id, because, addresses, mayAllow } }: OfOne) {
  const say = useSay();
  const act = useAct();
  const { number } = useFormat();
  const [answer, { isLoading }] = useAnswerImportMutation();
  if (!mayAllow.allowed) return <ActButton allowance={mayAllow}>{say('imports.allow')}</ActButton>;
  const many = { count: addresses, addresses: number(addresses) };
  return (
    <Confirm
      title={say('imports.allow-question', many)}
      text={say(ALLOW_CONSEQUENCES[because] ?? 'imports.allow-consequence')}
      yes={say('imports.allow-yes')}
      variant="default"
      onYes={() => act(() => answer({ id, answer: 'allow' }).unwrap(), say('imports.allow-done'))}
    >
      <Button loading={isLoading}>{say('imports.allow')}</Button>
    </Confirm>
  );
}

function Refuse({ of: { id, askedBy } }: OfOne) {
  const say = useSay();
  const act = useAct();
  const [answer, { isLoading }] = useAnswerImportMutation();
  return (
    <Confirm
      title={say('imports.refuse-question')}
      text={say('imports.refuse-consequence', { who: askedBy.called })}
      yes={say('imports.refuse-yes')}
      onYes={() => act(() => answer({ id, answer: 'refuse' }).unwrap(), say('imports.refuse-done'))}
    >
      <Button variant="danger-light" loading={isLoading}>
        {say('imports.refuse')}
      </Button>
    </Confirm>
  );
}

function Withdraw({ of: { id } }: OfOne) {
  const say = useSay();
  const act = useAct();
  const [answer, { isLoading }] = useAnswerImportMutation();
  const withdraw = () => answer({ id, answer: 'withdraw' }).unwrap();
  return (
    <Confirm
      title={say('imports.withdraw-question')}
      text={say('imports.withdraw-consequence')}
      yes={say('imports.withdraw-yes')}
      onYes={() => act(withdraw, say('imports.withdraw-done'))}
    >
      <Button variant="tertiary" loading={isLoading}>
        {say('imports.withdraw')}
      </Button>
    </Confirm>
  );
}
