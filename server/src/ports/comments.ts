import type { Comment } from '../domain/reviews/comment';

export interface CommentPage {
  /** The id of the last row of the page before. */
  readonly after?: string;
  readonly limit: number;
}

export interface CommentStore {
  insert(comment: Comment): Promise<void>;
  find(id: string): Promise<Comment | null>;
  /** Oldest first; keyset by id. */
  of(editionId: string, page: CommentPage): Promise<Comment[]>;
  /** Those taken back among them. */
  count(editionId: string): Promise<number>;
  /** Removes the words and keeps the row; false: they were gone already. */
  takeBack(id: string, at: number): Promise<boolean>;
}
