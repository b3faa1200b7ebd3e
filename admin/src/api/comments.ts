import type { CommentShown } from '../../../server/src/contracts/comments';
import { base, get, send, type Page } from './base';

/** An edition has no more than that, so that one page holds them all. */
const ALL = 200;

const comments = base.injectEndpoints({
  endpoints: (build) => ({
    countersignGetComments: build.query<Page<CommentShown>, string>({
      query: (editionId) => get(`/editions/${editionId}/comments`, { limit: ALL }),
      providesTags: ['CountersignComment'],
    }),
    countersignAddComment: build.mutation<CommentShown, { editionId: string; text: string }>({
      query: ({ editionId, text }) => send('POST', `/editions/${editionId}/comments`, { text }),
      invalidatesTags: ['CountersignComment'],
    }),
    countersignTakeCommentBack: build.mutation<CommentShown, { editionId: string; id: string }>({
      query: ({ editionId, id }) => send('DELETE', `/editions/${editionId}/comments/${id}`),
      invalidatesTags: ['CountersignComment'],
    }),
  }),
});

export const {
  useCountersignGetCommentsQuery: useGetCommentsQuery,
  useCountersignAddCommentMutation: useAddCommentMutation,
  useCountersignTakeCommentBackMutation: useTakeCommentBackMutation,
} = comments;
