import { z } from '@strapi/utils';
import type { Endpoints } from './endpoint';
import { byId, id, limit, maybeTime, pageOf, person, time } from './shapes';

export const comment = z.object({
  id: z.string(),
  person,
  /** Plain text with line breaks; null when its writer has taken it back. */
  text: z.string().nullable(),
  writtenAt: time,
  takenBackAt: maybeTime,
  /** The caller's own, so that they may take it back. */
  isMine: z.boolean(),
});

export type CommentShown = z.infer<typeof comment>;

/** Its length is the house's business, which says so in words. */
const said = z.object({ text: z.string().max(10_000) });

/** Those who take part in a review; each has to see the campaign as well. */
const taking = {
  door: 'admin',
  about: 'edition',
  needs: ['campaign.approve', 'campaign.write', 'campaign.submit'],
  answer: comment,
} as const;

export const COMMENT_ENDPOINTS = {
  'comments.list': {
    door: 'admin',
    method: 'GET',
    path: '/editions/:id/comments',
    about: 'edition',
    needs: ['campaign.read'],
    params: byId,
    query: z.object({ after: id.optional(), limit }),
    status: 200,
    answer: pageOf(comment),
    summary: 'What was said about an edition, oldest first',
  },
  'comments.add': {
    ...taking,
    method: 'POST',
    path: '/editions/:id/comments',
    params: byId,
    body: said,
    status: 201,
    summary: 'Say something about an edition: 1 to 2,000 characters; it changes nothing else',
  },
  'comments.takeBack': {
    ...taking,
    method: 'DELETE',
    path: '/editions/:id/comments/:comment',
    params: byId.extend({ comment: id }),
    status: 200,
    summary: "Take one's own comment back: the words go, the row stays",
  },
} as const satisfies Endpoints;
