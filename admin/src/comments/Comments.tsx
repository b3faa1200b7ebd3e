import { Flex } from '@strapi/design-system';
import { useState } from 'react';
import {
  useAddCommentMutation,
  useGetCommentsQuery,
  useTakeCommentBackMutation,
} from '../api/comments';
import { Announce } from '../components/Announce';
import { Card } from '../components/Card';
import { Loaded } from '../components/Loaded';
import { Skeleton } from '../components/Skeleton';
import { useAct } from '../components/useAct';
import { useMay } from '../permissions';
import { useSay } from '../words';
import { CommentForm } from './CommentForm';
import { CommentList } from './CommentList';
import { TakeBack } from './TakeBack';

const POLL_MS = 10_000;

/** What colleagues say about an edition; it changes nothing about who may answer. */
export function Comments({ editionId }: { readonly editionId: string }) {
  const say = useSay();
  const comments = useGetCommentsQuery(editionId, {
    pollingInterval: POLL_MS,
    refetchOnMountOrArgChange: true,
  });
  const { add, takeBack, isSending, heard } = useCommenting(editionId);
  const mayWrite = useMayComment();
  return (
    <Card title={say('comments.title')}>
      <Flex direction="column" alignItems="stretch" gap={5}>
        <Loaded of={comments} skeleton={<Skeleton rows={2} />}>
          {({ results }) => (
            <CommentList
              comments={results}
              action={({ id }) => <TakeBack onYes={() => takeBack(id)} />}
            />
          )}
        </Loaded>
        {mayWrite && <CommentForm isSending={isSending} onSend={add} />}
        <Announce>{heard}</Announce>
      </Flex>
    </Card>
  );
}

/** Taking part and looking on: the server asks again. */
function useMayComment(): boolean {
  const may = useMay();
  const takesPart = may('campaign.approve') || may('campaign.write') || may('campaign.submit');
  return takesPart && may('campaign.read');
}

function useCommenting(editionId: string) {
  const say = useSay();
  const act = useAct();
  const [heard, hear] = useState('');
  const [addComment, { isLoading: isSending }] = useAddCommentMutation();
  const [takeCommentBack] = useTakeCommentBackMutation();
  /** True: it is there, and the words need not be kept. */
  const add = async (text: string): Promise<boolean> => {
    hear('');
    const added = await act(() => addComment({ editionId, text }).unwrap());
    if (added) hear(say('comments.added'));
    return added !== undefined;
  };
  const takeBack = async (id: string): Promise<void> => {
    hear('');
    const taken = await act(() => takeCommentBack({ editionId, id }).unwrap());
    if (taken) hear(say('comments.taken-back-done'));
  };
  return { add, takeBack, isSending, heard };
}
