import { Box, Flex, Grid, Typography } from '@strapi/design-system';
import { CheckCircle, Clock, CrossCircle, Mail, MinusCircle, Question } from '@strapi/icons';
import type { ComponentType, SVGProps } from 'react';
import type { EditionSummary } from '../../../../server/src/contracts/editions';
import type { Report } from '../../../../server/src/contracts/reports';
import { Card } from '../../components/Card';
import { SendingProgress } from '../../components/SendingProgress';
import { useFormat } from '../../components/format';
import { OUTCOMES, type Outcome } from '../../components/progress';
import { useSay, type Word } from '../../words';

interface Look {
  readonly word: Word;
  readonly meaning: Word;
  readonly icon: ComponentType<SVGProps<SVGSVGElement>>;
  readonly colour: 'success' | 'warning' | 'danger' | 'neutral' | 'secondary';
}

const LOOKS: Readonly<Record<Outcome, Look>> = {
  accepted: {
    ...{ word: 'outcome.accepted', meaning: 'outcome.accepted-meaning' },
    ...{ icon: CheckCircle, colour: 'success' },
  },
  deferred: {
    ...{ word: 'outcome.deferred', meaning: 'outcome.deferred-meaning' },
    ...{ icon: Clock, colour: 'warning' },
  },
  rejected: {
    ...{ word: 'outcome.rejected', meaning: 'outcome.rejected-meaning' },
    ...{ icon: CrossCircle, colour: 'danger' },
  },
  skipped: {
    ...{ word: 'outcome.skipped', meaning: 'outcome.skipped-meaning' },
    ...{ icon: MinusCircle, colour: 'neutral' },
  },
  uncertain: {
    ...{ word: 'outcome.uncertain', meaning: 'outcome.uncertain-meaning' },
    ...{ icon: Question, colour: 'secondary' },
  },
};

const UNSUBSCRIBED = {
  word: 'outcome.unsubscribed',
  meaning: 'outcome.unsubscribed-meaning',
  icon: Mail,
  colour: 'neutral',
} as const satisfies Look;

interface OutcomesProps {
  readonly edition: EditionSummary;
  readonly report: Report;
}

/** How far it is, and what became of each message, with what the words mean. */
export function Outcomes({ edition, report }: OutcomesProps) {
  const say = useSay();
  return (
    <Card title={say('outcome.title')}>
      <Flex direction="column" alignItems="stretch" gap={6}>
        <SendingProgress edition={edition} report={report} />
        <Grid.Root gap={4}>
          {OUTCOMES.map((outcome) => (
            <Tile key={outcome} look={LOOKS[outcome]} count={report.counts[outcome] ?? 0} />
          ))}
          <Tile look={UNSUBSCRIBED} count={report.unsubscribed} />
        </Grid.Root>
      </Flex>
    </Card>
  );
}

function Tile({ look, count }: { readonly look: Look; readonly count: number }) {
  const say = useSay();
  const { number } = useFormat();
  const { icon: Icon, colour } = look;
  return (
    <Grid.Item col={4} s={6} xs={12} direction="column" alignItems="stretch">
      <Box
        role="group"
        aria-label={say(look.word)}
        padding={4}
        hasRadius
        background="neutral100"
        height="100%"
      >
        <Flex gap={2}>
          <Icon aria-hidden width="1.6rem" height="1.6rem" fill={`${colour}600`} />
          <Typography textColor="neutral800">{say(look.word)}</Typography>
        </Flex>
        <Typography tag="p" variant="beta" textColor="neutral800" paddingTop={1}>
          {number(count)}
        </Typography>
        <Typography tag="p" variant="pi" textColor="neutral600">
          {say(look.meaning)}
        </Typography>
      </Box>
    </Grid.Item>
  );
}
