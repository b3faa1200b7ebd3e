import { Box, Flex, Typography } from '@strapi/design-system';
import type { SourceTrial } from '../../../../../server/src/contracts/sources';
import { Fact, Facts } from '../../../components/Facts';
import { LeftOut, sumOf, useLeftOutWord } from '../../../components/LeftOut';
import { Notice } from '../../../components/Notice';
import { Rows, type RowsProps } from '../../../components/Rows';
import { useFormat } from '../../../components/format';
import { useSay } from '../../../words';
import { KIND_WORDS } from './kind-words';

/** What a source would do, before anything is saved. */
export function Trial({ trial }: { readonly trial: SourceTrial }) {
  const say = useSay();
  const { number } = useFormat();
  return (
    <Flex direction="column" alignItems="stretch" gap={4} role="status">
      {trial.isCutShort && (
        <Notice tone="info">{say('source.cut-short', { looked: number(trial.looked) })}</Notice>
      )}
      <Facts>
        <Fact label={say(trial.alreadyOn === null ? 'source.fit' : 'source.would-add')}>
          {number(trial.wouldAdd)}
        </Fact>
        {trial.alreadyOn !== null && (
          <Fact label={say('source.already-on')}>{number(trial.alreadyOn)}</Fact>
        )}
        <Fact label={say('source.would-leave-out')}>{number(sumOf(trial.leftOut))}</Fact>
      </Facts>
      <Box maxWidth="32rem">
        <LeftOut counts={trial.leftOut} />
      </Box>
      <Attributes trial={trial} />
      <Examples examples={trial.examples} />
    </Flex>
  );
}

/** How much would be known: an attribute that hardly anybody has, or of which each has another, is of little use. */
function Attributes({ trial: { attributes, looked } }: { readonly trial: SourceTrial }) {
  const say = useSay();
  const { number } = useFormat();
  if (attributes.length === 0) return null;
  return (
    <Titled
      caption={say('source.attributes')}
      columns={[
        { name: 'name', label: say('source.attribute-column'), cell: ({ name }) => name },
        { name: 'kind', label: say('source.kind'), cell: ({ kind }) => say(KIND_WORDS[kind]) },
        {
          name: 'known',
          label: say('source.attribute-known'),
          cell: ({ known }) =>
            say('source.known-of', { known: number(known), looked: number(looked) }),
        },
        {
          name: 'different',
          label: say('source.different'),
          cell: ({ different }) =>
            different === null ? say('source.more-than-hundred') : number(different),
        },
      ]}
      rows={attributes}
      keyOf={({ name }) => name}
    />
  );
}

function Examples({ examples }: Pick<SourceTrial, 'examples'>) {
  const say = useSay();
  const wordOf = useLeftOutWord();
  if (examples === null) {
    return <Typography textColor="neutral600">{say('source.examples-may-not')}</Typography>;
  }
  if (examples.length === 0) return <Typography>{say('source.nobody')}</Typography>;
  return (
    <Titled
      caption={say('source.examples')}
      columns={[
        {
          name: 'person',
          label: say('lists.person'),
          cell: ({ label }) => label ?? say('source.no-address'),
        },
        {
          name: 'what',
          label: say('source.becomes'),
          cell: ({ because }) => (because === null ? say('source.on-the-list') : wordOf(because)),
        },
      ]}
      rows={examples.map((example, at) => ({ ...example, at }))}
      keyOf={({ at }) => String(at)}
    />
  );
}

/** Of two tables below each other each says what it is about. */
const Titled = <Row,>(props: RowsProps<Row>) => (
  <Flex direction="column" alignItems="stretch" gap={2}>
    <Typography tag="h3" variant="delta">
      {props.caption}
    </Typography>
    <Rows {...props} />
  </Flex>
);
