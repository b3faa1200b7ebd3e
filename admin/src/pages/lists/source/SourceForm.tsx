import { Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { SourceType, SourceWish } from '../../../../../server/src/contracts/sources';
import { useTrySourceMutation } from '../../../api/sources';
import { ActButton } from '../../../components/ActButton';
import { Card } from '../../../components/Card';
import { useAct } from '../../../components/useAct';
import { useSay } from '../../../words';
import type { Draft } from './draft';
import { FilterStep } from './FilterStep';
import { MeaningStep } from './MeaningStep';
import { Trial } from './Trial';
import { WhereStep } from './WhereStep';
import { isWhole, wishOf } from './wish';

interface SourceFormProps {
  readonly types: readonly SourceType[];
  readonly first: Draft;
  /** The source there is; its type and its list stay. */
  readonly madeId?: string;
  /** What the last button says. */
  readonly yes: string;
  readonly isSaving: boolean;
  readonly save: (draft: Draft, wish: SourceWish) => unknown;
}

/** Four steps on one page; a step is there as soon as the one before it has been taken. */
export function SourceForm({ types, first, madeId, yes, isSaving, save }: SourceFormProps) {
  const [draft, setDraft] = useState(first);
  const trial = useTrial();
  const type = types.find(({ uid }) => uid === draft.uid);
  const change = (next: Draft) => {
    setDraft(next);
    // What was counted is no longer what would be made.
    trial.forget();
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      {madeId === undefined && <WhereStep types={types} draft={draft} change={change} />}
      {type && (
        <>
          <MeaningStep draft={draft} fields={type.fields} change={change} />
          <FilterStep draft={draft} fields={type.fields} change={change} />
          <TryStep
            {...{ trial, yes, isSaving }}
            isReady={isWhole(draft, type.fields)}
            onTry={() => trial.begin(wishOf(draft, type, madeId))}
            onSave={() => save(draft, wishOf(draft, type, madeId))}
          />
        </>
      )}
    </Flex>
  );
}

function useTrial() {
  const act = useAct();
  const [ask, { data, isLoading, reset }] = useTrySourceMutation();
  const begin = (wish: SourceWish) => act(() => ask(wish).unwrap());
  return { result: data, isLoading, begin, forget: reset };
}

interface TryStepProps extends Pick<SourceFormProps, 'yes' | 'isSaving'> {
  readonly trial: ReturnType<typeof useTrial>;
  readonly isReady: boolean;
  readonly onTry: () => unknown;
  readonly onSave: () => unknown;
}

function TryStep({ trial, yes, isSaving, isReady, onTry, onSave }: TryStepProps) {
  const say = useSay();
  const { result } = trial;
  const text = isReady ? null : say('source.not-whole');
  return (
    <Card title={say('source.try-title')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <ActButton
          allowance={{ allowed: isReady, code: isReady ? null : 'not-whole', text }}
          variant="secondary"
          loading={trial.isLoading}
          onClick={onTry}
        >
          {say('source.try')}
        </ActButton>
        {result && <Trial trial={result} />}
        {result && (
          <Typography variant="pi" textColor="neutral600">
            {say('source.voids')}
          </Typography>
        )}
        {result && (
          <div>
            <Button loading={isSaving} onClick={() => onSave()}>
              {yes}
            </Button>
          </div>
        )}
      </Flex>
    </Card>
  );
}
