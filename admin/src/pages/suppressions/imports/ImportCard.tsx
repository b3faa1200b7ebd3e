import { Box, Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import type { ImportShown } from '../../../../../server/src/contracts/imports';
import { Mark, type MarkTone } from '../../../components/Mark';
import { useFormat } from '../../../components/format';
import { useSay } from '../../../words';
import { ImportActs } from './ImportActs';

const TONES: Readonly<Record<string, MarkTone>> = {
  asked: 'busy',
  allowed: 'busy',
  done: 'success',
  refused: 'danger',
};

/** One file: how many addresses, by whom, why, how it stands, and what one may do. */
export function ImportCard({ of: one }: { readonly of: ImportShown }) {
  const say = useSay();
  const { number } = useFormat();
  return (
    <Box tag="li" background="neutral0" hasRadius shadow="filterShadow" padding={6}>
      <Flex justifyContent="space-between" alignItems="flex-start" gap={4} wrap="wrap">
        <Flex direction="column" alignItems="flex-start" gap={2} minWidth={0} flex="1 1 20rem">
          <Flex gap={3} wrap="wrap">
            <Typography tag="h2" variant="delta">
              {say('imports.addresses', { count: one.addresses, addresses: number(one.addresses) })}
            </Typography>
            <Mark tone={TONES[one.state] ?? 'neutral'}>{one.stateText}</Mark>
          </Flex>
          <About of={one} />
        </Flex>
        <ImportActs of={one} />
      </Flex>
    </Box>
  );
}

function About({ of: one }: { readonly of: ImportShown }) {
  const say = useSay();
  const { dateTime } = useFormat();
  const decided = one.state === 'refused' ? 'imports.refused-by' : 'imports.allowed-by';
  return (
    <>
      <Quiet>
        {say('imports.asked-by', { who: one.askedBy.called, when: dateTime(one.askedAt) })}
      </Quiet>
      <Typography style={{ overflowWrap: 'anywhere' }}>
        {say('imports.about', { because: one.becauseText, reason: one.reason })}
      </Typography>
      <Counted of={one} />
      {one.examples.length > 0 && (
        <Quiet>{say('imports.examples', { labels: one.examples.join(', ') })}</Quiet>
      )}
      {one.decidedBy && one.decidedAt !== null && (
        <Quiet>{say(decided, { who: one.decidedBy.called, when: dateTime(one.decidedAt) })}</Quiet>
      )}
      {one.state === 'asked' && (
        <Quiet>{say('imports.waits-until', { when: dateTime(one.until) })}</Quiet>
      )}
    </>
  );
}

/** New ones and those that are there already are told apart only where neither is a single person. */
function Counted({ of: { addresses, known, unreadable } }: { readonly of: ImportShown }) {
  const say = useSay();
  const { number } = useFormat();
  return (
    <>
      {known !== null && (
        <Typography textColor="neutral800">
          {say('imports.known', { fresh: number(addresses - known), known: number(known) })}
        </Typography>
      )}
      {unreadable > 0 && (
        <Typography textColor="neutral800">
          {say('imports.unreadable', { count: unreadable, lines: number(unreadable) })}
        </Typography>
      )}
    </>
  );
}

const Quiet = ({ children }: { readonly children: ReactNode }) => (
  <Typography textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
    {children}
  </Typography>
);
