import { Box, Flex, IconButton } from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import { useSay } from '../../../words';
import { useBuilder } from './builder-context';
import { Cell } from './Cell';
import { HowChoice, ListChoice, WhatChoice } from './choices';
import type { DraftCondition } from './draft';
import { MissingNote } from './MissingNote';
import { hasList, topicOf } from './topic';
import { ValueField } from './ValueField';

interface ConditionRowProps {
  readonly condition: DraftCondition;
  readonly place: string;
}

/** What, how, and the value it is held against. */
export function ConditionRow({ condition, place }: ConditionRowProps) {
  const say = useSay();
  const { attributes, dispatch } = useBuilder();
  const topic = topicOf(condition.what, attributes);
  const change = (next: DraftCondition) => dispatch({ act: 'ask', condition: next });
  const shared = { condition, topic, onChange: change };
  return (
    <Box
      data-part={condition.id}
      role="group"
      aria-label={say('segments.condition-at', { place })}
      hasRadius
      borderColor="neutral200"
      background="neutral0"
      padding={3}
    >
      <Flex direction="column" alignItems="stretch" gap={2}>
        <Flex gap={2} alignItems="flex-start">
          <Flex gap={2} flex="1" wrap="wrap" alignItems="flex-start">
            <Cell>
              <WhatChoice {...shared} />
            </Cell>
            {hasList(topic) && (
              <Cell>
                <ListChoice {...shared} />
              </Cell>
            )}
            {topic && (
              <Cell>
                <HowChoice {...shared} />
              </Cell>
            )}
            <ValueField {...shared} />
          </Flex>
          <Flex minHeight="4rem">
            <IconButton
              label={say('segments.remove-condition', { place })}
              onClick={() => dispatch({ act: 'remove', part: condition.id })}
            >
              <Trash />
            </IconButton>
          </Flex>
        </Flex>
        <MissingNote of={condition.id} />
      </Flex>
    </Box>
  );
}
