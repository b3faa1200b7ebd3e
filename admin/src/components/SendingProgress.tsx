import { Flex, Typography } from '@strapi/design-system';
import type { EditionSummary } from '../../../server/src/contracts/editions';
import type { Report } from '../../../server/src/contracts/reports';
import { useSay, useSentences } from '../words';
import { Announce } from './Announce';
import { Bar } from './Bar';
import { useFormat } from './format';
import { Notice } from './Notice';
import { progressOf, type Progress } from './progress';
import { isMoving } from './states';

interface SendingProgressProps {
  readonly edition: EditionSummary;
  readonly report: Report;
}

/** How far it is, how fast, and until when. Spoken at every tenth, not at every message. */
export function SendingProgress({ edition, report }: SendingProgressProps) {
  const say = useSay();
  const { number, percent } = useFormat();
  const progress = progressOf(report);
  const words = say('progress.of', {
    settled: number(progress.settled),
    readers: number(progress.readers),
  });
  return (
    <Flex direction="column" alignItems="stretch" gap={2} width="100%">
      <Flex justifyContent="space-between" gap={4} wrap="wrap">
        <Typography fontWeight="bold" textColor="neutral800">
          {words}
        </Typography>
        <Typography textColor="neutral600">{percent(progress.percent / 100)}</Typography>
      </Flex>
      <Bar
        value={progress.percent}
        aria-label={say('progress.label', { name: edition.name })}
        aria-valuetext={words}
      />
      {isMoving(report.state) && <Pace report={report} />}
      <Hindered report={report} />
      <Announce>{spoken(progress, report, say)}</Announce>
    </Flex>
  );
}

/** Who slows it down, and why. */
function Hindered({ report: { hindrances } }: { readonly report: Report }) {
  const say = useSay();
  const sentences = useSentences();
  const { soon } = useFormat();
  const goesOn = (until: number) => say('progress.goes-on', { time: soon(until, Date.now()) });
  return (
    <>
      {hindrances.map(({ text, until }) => (
        <Notice key={text} tone="warning">
          {until === null ? text : sentences(text, goesOn(until))}
        </Notice>
      ))}
    </>
  );
}

function Pace({ report: { perMinute, estimatedEnd } }: { readonly report: Report }) {
  const say = useSay();
  const { number, soon } = useFormat();
  const parts = [
    perMinute !== null && say('progress.per-minute', { count: number(Math.round(perMinute)) }),
    perMinute !== null &&
      perMinute >= 60 &&
      say('progress.per-second', { count: number(Math.round(perMinute / 60)) }),
    estimatedEnd !== null && say('progress.until', { time: soon(estimatedEnd, Date.now()) }),
  ].filter(Boolean);
  return (
    <Typography variant="pi" textColor="neutral600">
      {parts.join(' · ') || say('progress.no-pace')}
    </Typography>
  );
}

function spoken({ percent }: Progress, report: Report, say: ReturnType<typeof useSay>): string {
  if (!isMoving(report.state)) return report.stateText;
  return say('progress.spoken', { percent: Math.floor(percent / 10) * 10 });
}
