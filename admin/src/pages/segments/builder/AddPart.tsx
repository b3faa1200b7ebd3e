import { Button, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useId } from 'react';
import { useFormat } from '../../../components/format';
import { useSay } from '../../../words';
import { useBuilder } from './builder-context';
import { DEEPEST, MOST_CONDITIONS, MOST_PARTS, type DraftGroup } from './draft';

interface AddPartProps {
  readonly group: DraftGroup;
  readonly place: string;
  /** Groups and negations around what would be added. */
  readonly levels: number;
}

/** One condition or group more, or why there can be none. */
export function AddPart({ group: { id, parts }, place, levels }: AddPartProps) {
  const say = useSay();
  const { dispatch, isFull } = useBuilder();
  const why = useId();
  const isCrowded = isFull || parts.length >= MOST_PARTS;
  const trouble = useTrouble(isCrowded, levels >= DEEPEST);
  const shared = {
    size: 'S',
    variant: 'tertiary',
    startIcon: <Plus />,
    'aria-describedby': trouble === undefined ? undefined : why,
  } as const;
  const named = (word: string) => (place === '' ? word : `${word} (${place})`);
  return (
    <Flex gap={2} wrap="wrap">
      <Button
        {...shared}
        aria-label={named(say('segments.add-condition'))}
        disabled={isCrowded}
        onClick={() => dispatch({ act: 'add-condition', to: id })}
      >
        {say('segments.add-condition')}
      </Button>
      <Button
        {...shared}
        aria-label={named(say('segments.add-group'))}
        disabled={isCrowded || levels >= DEEPEST}
        onClick={() => dispatch({ act: 'add-group', to: id })}
      >
        {say('segments.add-group')}
      </Button>
      {trouble && (
        <Typography id={why} variant="pi" textColor="neutral600">
          {trouble}
        </Typography>
      )}
    </Flex>
  );
}

function useTrouble(isCrowded: boolean, isDeep: boolean): string | undefined {
  const say = useSay();
  const { number } = useFormat();
  if (isCrowded) {
    return say('segments.group-full', {
      parts: number(MOST_PARTS),
      conditions: number(MOST_CONDITIONS),
    });
  }
  return isDeep ? say('segments.too-deep') : undefined;
}
