import {
  Box,
  Flex,
  IconButton,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import { Fragment } from 'react';
import { useSay, type Word } from '../../../words';
import { AddPart } from './AddPart';
import { useBuilder } from './builder-context';
import { ConditionRow } from './ConditionRow';
import { levelsOf, type DraftGroup, type Joined } from './draft';
import { MissingNote } from './MissingNote';

interface GroupBoxProps {
  readonly group: DraftGroup;
  /** `2.1`: the first part of the second; empty for the whole. */
  readonly place: string;
  /** Groups and negations around it. */
  readonly levels: number;
}

/** Conditions and groups, and how many of them have to be true. */
export function GroupBox({ group, place, levels }: GroupBoxProps) {
  const say = useSay();
  const isRoot = place === '';
  return (
    <Box
      data-part={group.id}
      role="group"
      aria-label={isRoot ? say('segments.group-root') : say('segments.group-at', { place })}
      {...(isRoot ? {} : NESTED)}
    >
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Head group={group} place={place} />
        <Parts group={group} place={place} levels={levels + levelsOf(group)} />
        <MissingNote of={group.id} />
        <AddPart group={group} place={place} levels={levels + levelsOf(group)} />
      </Flex>
    </Box>
  );
}

const NESTED = {
  ...{ hasRadius: true, background: 'neutral100', borderColor: 'neutral200', padding: 4 },
} as const;

const JOINED: Readonly<Record<Joined, Word>> = {
  all: 'segments.joined-all',
  any: 'segments.joined-any',
  none: 'segments.joined-none',
};

function Head({ group: { id, joined }, place }: Omit<GroupBoxProps, 'levels'>) {
  const say = useSay();
  const { dispatch } = useBuilder();
  return (
    <Flex gap={3} justifyContent="space-between" alignItems="center">
      <Flex gap={3} wrap="wrap">
        <Typography aria-hidden textColor="neutral800">
          {say('segments.joined')}
        </Typography>
        <Box minWidth="28rem">
          <SingleSelect
            aria-label={say('segments.joined')}
            value={joined}
            onChange={(chosen) => dispatch({ act: 'join', group: id, joined: chosen as Joined })}
          >
            {Object.entries(JOINED).map(([one, word]) => (
              <SingleSelectOption key={one} value={one}>
                {say(word)}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Box>
      </Flex>
      {place !== '' && (
        <IconButton
          label={say('segments.remove-group', { place })}
          onClick={() => dispatch({ act: 'remove', part: id })}
        >
          <Trash />
        </IconButton>
      )}
    </Flex>
  );
}

const LINKS: Readonly<Record<Joined, Word>> = {
  all: 'segments.link-and',
  any: 'segments.link-or',
  none: 'segments.link-nor',
};

function Parts({ group: { joined, parts }, place, levels }: GroupBoxProps) {
  const say = useSay();
  return parts.map((part, at) => {
    const here = place === '' ? String(at + 1) : `${place}.${at + 1}`;
    return (
      <Fragment key={part.id}>
        {at > 0 && (
          <Typography variant="pi" fontWeight="bold" textColor="neutral600">
            {say(LINKS[joined])}
          </Typography>
        )}
        {part.kind === 'group' ? (
          <GroupBox group={part} place={here} levels={levels} />
        ) : (
          <ConditionRow condition={part} place={here} />
        )}
      </Fragment>
    );
  });
}
