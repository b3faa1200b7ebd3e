import { Box, Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import type { CommentShown } from '../../../server/src/contracts/comments';
import { useFormat } from '../components/format';
import { useNow } from '../components/useNow';
import { useSay } from '../words';

const MINUTE_MS = 60_000;

interface CommentListProps {
  readonly comments: readonly CommentShown[];
  /** Beside one's own that still stands; absent: only to be read here. */
  readonly action?: (comment: CommentShown) => ReactNode;
}

/** Oldest first, as one would read it. */
export function CommentList({ comments, action }: CommentListProps) {
  const say = useSay();
  if (comments.length === 0) {
    return <Typography textColor="neutral600">{say('comments.none')}</Typography>;
  }
  return (
    <Flex tag="ol" direction="column" alignItems="stretch" gap={4}>
      {comments.map((comment) => (
        <OneComment key={comment.id} comment={comment} action={action} />
      ))}
    </Flex>
  );
}

interface OneCommentProps extends Pick<CommentListProps, 'action'> {
  readonly comment: CommentShown;
}

function OneComment({ comment, action }: OneCommentProps) {
  const { person, text, writtenAt, isMine } = comment;
  return (
    <Box tag="li">
      <Flex justifyContent="space-between" gap={3} wrap="wrap">
        <Flex gap={2} alignItems="baseline" wrap="wrap">
          <Typography fontWeight="bold" textColor="neutral800">
            {person.name}
          </Typography>
          <Typography variant="pi" textColor="neutral600">
            <Ago at={writtenAt} />
          </Typography>
        </Flex>
        {isMine && text !== null && action?.(comment)}
      </Flex>
      <Words text={text} />
    </Box>
  );
}

/** Text and nothing else: React writes it as the letters it is. */
function Words({ text }: { readonly text: string | null }) {
  const say = useSay();
  if (text === null) {
    return <Typography textColor="neutral600">{say('comments.taken-back')}</Typography>;
  }
  return (
    <Typography
      tag="p"
      textColor="neutral800"
      style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
    >
      {text}
    </Typography>
  );
}

function Ago({ at }: { readonly at: number }) {
  const say = useSay();
  const now = useNow();
  const { relative, dateTime } = useFormat();
  return (
    <time dateTime={new Date(at).toISOString()} title={dateTime(at)}>
      {now - at < MINUTE_MS ? say('comments.just-now') : relative(at, now)}
    </time>
  );
}
