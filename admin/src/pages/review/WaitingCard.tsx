import { Box, Flex, Link, LinkButton, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { EditionSummary } from '../../../../server/src/contracts/editions';
import { useGetEditionQuery } from '../../api/editions';
import { StateBadge } from '../../components/StateBadge';
import { useFormat } from '../../components/format';
import { paths } from '../../paths';
import { useSay } from '../../words';
import { useNow } from '../../components/useNow';

/** One edition that waits: by whom, until when, for how many, and whether one may answer. */
export function WaitingCard({ edition }: { readonly edition: EditionSummary }) {
  const isWaiting = edition.state === 'in-review';
  return (
    <Box tag="li" background="neutral0" hasRadius shadow="filterShadow" padding={6}>
      <Flex justifyContent="space-between" gap={4} wrap="wrap">
        <Flex direction="column" alignItems="flex-start" gap={2} minWidth={0}>
          <Flex gap={3} wrap="wrap">
            <Link tag={NavLink} to={paths.desk(edition.id)}>
              <Typography tag="h3" variant="delta" textColor="primary600">
                {edition.name}
              </Typography>
            </Link>
            {!isWaiting && <StateBadge state={edition.state} text={edition.stateText} />}
          </Flex>
          <About edition={edition} />
        </Flex>
        <Next edition={edition} />
      </Flex>
    </Box>
  );
}

function About({ edition }: { readonly edition: EditionSummary }) {
  const say = useSay();
  const { number, dateTime, relative } = useFormat();
  const now = useNow();
  const { submittedBy, submittedAt, expiresAt, wishedAt, readersAtSubmit } = edition;
  return (
    <>
      <Typography textColor="neutral600">
        {say('review.submitted', { who: submittedBy.called, when: dateTime(submittedAt) })}
      </Typography>
      <Typography textColor="neutral800">
        {[
          say('audience.readers', { count: readersAtSubmit, readers: number(readersAtSubmit) }),
          wishedAt === null
            ? say('review.by-hand')
            : say('review.wished', { when: dateTime(wishedAt) }),
          say('review.expires', { when: relative(expiresAt, now) }),
        ].join(' · ')}
      </Typography>
    </>
  );
}

/** Reads the one answer that differs from person to person. */
function Next({ edition }: { readonly edition: EditionSummary }) {
  const say = useSay();
  const { data } = useGetEditionQuery(edition.id);
  const isMine = data?.mayCountersign.allowed ?? false;
  const why = edition.state === 'in-review' ? data?.mayCountersign.text : null;
  return (
    <Flex direction="column" alignItems="flex-end" gap={2} maxWidth="32rem">
      <LinkButton
        tag={NavLink}
        to={paths.desk(edition.id)}
        variant={isMine ? 'default' : 'tertiary'}
      >
        {say(isMine ? 'review.open-to-answer' : 'review.open-to-look')}
      </LinkButton>
      {why && (
        <Typography variant="pi" textColor="neutral600" textAlign="right">
          {why}
        </Typography>
      )}
    </Flex>
  );
}
