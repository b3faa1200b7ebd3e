import type { Asking } from '../../domain/access/asking';
import type { Comment } from '../../domain/reviews/comment';
import type { Answer } from './answer';

export interface CommentRoom {
  /** Oldest first. */
  list(
    editionId: string,
    page: { readonly after?: string; readonly limit: number },
  ): Promise<Answer<readonly Comment[]>>;
  add(editionId: string, by: Asking, said: { readonly text: string }): Promise<Answer<Comment>>;
  /** Whoever wrote it and nobody else. */
  takeBack(editionId: string, commentId: string, by: Asking): Promise<Answer<Comment>>;
}
