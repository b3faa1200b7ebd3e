import type { z } from '@strapi/utils';

/**
 * One endpoint: routes, the controllers' types and the OpenAPI document are all made from this.
 *
 * Doors: `admin` is for people (and admin tokens) of the admin, under `/countersign`. `api` is read-only
 * for API tokens, `public` for everybody; both under `/api/countersign`.
 */
export interface Endpoint {
  readonly door: 'admin' | 'api' | 'public';
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below the door's prefix, in Strapi's way: `/editions/:id`. */
  readonly path: string;
  /** Permissions of which one is enough. Empty at the admin's door: signed in is enough. */
  readonly needs: readonly string[];
  /** Absent: about none of these, so that a right with a condition is not enough at the admin's door. */
  readonly about?: About;
  /** What is known of single readers: the allow-list may guard this more narrowly. */
  readonly shows?: 'personal-data';
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  readonly status: 200 | 201 | 202;
  /** The JSON answer; `media` names what is answered instead where that is not JSON. */
  readonly answer: z.ZodType;
  readonly media?: string;
  readonly summary: string;
}

/** What `params.id` of an endpoint names, or that it shows those only which the caller may see. */
export type About = 'campaign' | 'edition' | 'subscriber' | 'list' | 'export' | 'some-of-them';

/** Endpoints by name: `room.act`, which is also the name of their controller. */
export type Endpoints = Readonly<Record<string, Endpoint>>;
