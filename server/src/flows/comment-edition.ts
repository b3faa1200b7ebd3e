import type { Asking } from '../domain/access/asking';
import { told, type Act } from '../domain/audit/entry';
import { newId } from '../domain/ids';
import { ok, refuse, type Result } from '../domain/result';
import { MOST_COMMENTS, readComment, type Comment } from '../domain/reviews/comment';
import type {
  AuditTrail,
  Chance,
  Clock,
  CommentPage,
  CommentStore,
  EditionStore,
  Transactions,
} from '../ports';

export interface CommentDeps {
  readonly editions: Pick<EditionStore, 'find'>;
  readonly comments: CommentStore;
  readonly audit: AuditTrail;
  readonly transactions: Transactions;
  readonly clock: Clock;
  readonly chance: Chance;
}

type Commented = Result<
  Comment,
  'no-such-edition' | 'comment-empty' | 'comment-too-long' | 'too-many-comments'
>;
type TakenBack = Result<Comment, 'no-such-comment' | 'not-yours'>;

/** edition → what people say about it. No hand, no decision, no move: it leaves the review as it is. */
export const createCommentEdition = (deps: CommentDeps) => ({
  /** Oldest first. */
  list: async (
    editionId: string,
    page: CommentPage,
  ): Promise<Result<readonly Comment[], 'no-such-edition'>> => {
    if (!(await deps.editions.find(editionId))) return refuse('no-such-edition');
    return ok(await deps.comments.of(editionId, page));
  },
  add: createAdd(deps),
  takeBack: createTakeBack(deps),
});

const createAdd =
  (deps: CommentDeps) =>
  async (editionId: string, by: Asking, said: { readonly text: string }): Promise<Commented> => {
    const read = readComment(said.text);
    if (!read.ok) return read;
    if (!(await deps.editions.find(editionId))) return refuse('no-such-edition');
    const comment = written(deps, { editionId, person: by.person, text: read.value });
    return deps.transactions.within(async () => {
      if ((await deps.comments.count(editionId)) >= MOST_COMMENTS) {
        return refuse('too-many-comments');
      }
      await deps.comments.insert(comment);
      await tell(deps, by, 'comment.add', comment);
      return ok(comment);
    });
  };

/** Its words are gone, its place stays. Once is enough: asked again it says the same and does nothing. */
const createTakeBack =
  (deps: CommentDeps) =>
  (editionId: string, commentId: string, by: Asking): Promise<TakenBack> =>
    deps.transactions.within(async () => {
      const comment = await deps.comments.find(commentId);
      if (comment?.editionId !== editionId) return refuse('no-such-comment');
      if (comment.person !== by.person) return refuse('not-yours');
      const takenBackAt = deps.clock.now();
      if (!(await deps.comments.takeBack(commentId, takenBackAt))) return ok(comment);
      await tell(deps, by, 'comment.take-back', comment);
      return ok({ ...comment, text: null, takenBackAt });
    });

function written(
  { clock, chance }: CommentDeps,
  said: Pick<Comment, 'editionId' | 'person' | 'text'>,
): Comment {
  const writtenAt = clock.now();
  return { ...said, id: newId(writtenAt, chance.bytes(10)), writtenAt, takenBackAt: null };
}

/** That it was said and by whom, never what: the trail cannot be rewritten, and words may name people. */
const tell = (
  { audit, clock }: CommentDeps,
  by: Asking,
  act: Act & `comment.${string}`,
  { id: comment, editionId: id }: Comment,
): Promise<void> =>
  audit.record(
    told(by, {
      ...{ act, result: 'done', at: clock.now() },
      subject: { kind: 'edition', id },
      detail: { comment },
    }),
  );
