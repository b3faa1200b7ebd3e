import type { COMMENT_ENDPOINTS, CommentShown } from '../../contracts/comments';
import type { Asking } from '../../domain/access/asking';
import type { Comment } from '../../domain/reviews/comment';
import { given, Refused } from '../errors';
import { peopleShown, type PersonShown, type Showing } from '../people';
import type { Acts } from './act';
import { pageShown } from './show';

export const commentActs: Acts<typeof COMMENT_ENDPOINTS> = {
  'comments.list': async ({ house, params, query: { after, limit }, by, ...showing }) => {
    const page = { limit, ...(after === undefined ? {} : { after }) };
    const rows = given(await house.comments.list(params.id, page));
    const person = await peopleShown(
      showing,
      rows.map((comment) => comment.person),
    );
    return pageShown(
      { rows, limit },
      (comment) => commentOf(comment, person, by),
      ({ id }) => id,
    );
  },

  'comments.add': async ({ house, params, body, by, may, ...showing }) => {
    mustSee(may('campaign.read'));
    return commentShown(showing, given(await house.comments.add(params.id, by, body)), by);
  },

  // Their own words they may take back whatever they see.
  'comments.takeBack': async ({ house, params, by, ...showing }) => {
    const taken = await house.comments.takeBack(params.id, params.comment, by);
    return commentShown(showing, given(taken), by);
  },
};

/** Who may take part but not see the campaign has nothing to say about it. @throws Refused */
function mustSee(maySee: boolean): void {
  if (!maySee) throw new Refused('not-permitted');
}

const commentShown = async (
  showing: Showing,
  comment: Comment,
  by: Asking,
): Promise<CommentShown> => commentOf(comment, await peopleShown(showing, [comment.person]), by);

const commentOf = (
  { id, person: who, text, writtenAt, takenBackAt }: Comment,
  person: PersonShown,
  by: Asking,
): CommentShown => ({
  ...{ id, text, writtenAt, takenBackAt },
  person: person(who),
  isMine: who === by.person,
});
