import { Box, Flex, Typography } from '@strapi/design-system';
import type { ListExportShown } from '../../../../server/src/contracts/exports';
import { Mark, type MarkTone } from '../../components/Mark';
import { useFormat } from '../../components/format';
import { useSay } from '../../words';
import { ExportActs } from './ExportActs';

const TONES: Readonly<Record<string, MarkTone>> = {
  asked: 'busy',
  allowed: 'success',
  refused: 'danger',
};

/** One export: of what, by whom, why, how it stands, and what one may do. */
export function ExportCard({ of: one }: { readonly of: ListExportShown }) {
  return (
    <Box tag="li" background="neutral0" hasRadius shadow="filterShadow" padding={6}>
      <Flex justifyContent="space-between" alignItems="flex-start" gap={4} wrap="wrap">
        <Flex direction="column" alignItems="flex-start" gap={2} minWidth={0}>
          <Flex gap={3} wrap="wrap">
            <Typography tag="h2" variant="delta">
              {one.listName}
            </Typography>
            <Mark tone={TONES[one.state] ?? 'neutral'}>{one.stateText}</Mark>
          </Flex>
          <About of={one} />
        </Flex>
        <ExportActs of={one} />
      </Flex>
    </Box>
  );
}

function About({ of: one }: { readonly of: ListExportShown }) {
  const say = useSay();
  const { number, dateTime } = useFormat();
  const decided = one.state === 'refused' ? 'exports.refused-by' : 'exports.allowed-by';
  return (
    <>
      <Typography textColor="neutral600">
        {say('exports.asked-by', { who: one.askedBy.called, when: dateTime(one.askedAt) })}
      </Typography>
      <Typography style={{ overflowWrap: 'anywhere' }}>
        {say('exports.reason', { reason: one.reason })}
      </Typography>
      <Typography textColor="neutral800">
        {say('exports.readers', { count: one.readers, readers: number(one.readers) })}
      </Typography>
      {one.decidedBy && one.decidedAt !== null && (
        <Typography textColor="neutral600">
          {say(decided, { who: one.decidedBy.called, when: dateTime(one.decidedAt) })}
        </Typography>
      )}
      <Left of={one} />
    </>
  );
}

/** Until when and how often, while there is something left. */
function Left({ of: { state, until, downloadsLeft } }: { readonly of: ListExportShown }) {
  const say = useSay();
  const { dateTime } = useFormat();
  const when = dateTime(until);
  if (state === 'asked') return <Small>{say('exports.waits-until', { when })}</Small>;
  if (state !== 'allowed') return null;
  return <Small>{say('exports.left', { count: downloadsLeft, when })}</Small>;
}

const Small = ({ children }: { readonly children: string }) => (
  <Typography variant="pi" textColor="neutral600">
    {children}
  </Typography>
);
