import type { Core } from '@strapi/types';
import type { z } from '@strapi/utils';
import type { Context } from 'koa';
import type { Endpoint, Endpoints } from '../../contracts/endpoint';
import type { Asking } from '../../domain/access/asking';
import type { Permission } from '../../names';
import { invalid, Refused } from '../errors';
import { answerRefusal } from '../failures';
import { entranceOf, houseOf, type House } from '../house';
import type { Language } from '../language';
import type { RefusalCode } from '../refusals';
import { askingOf, callerOf, languageOf, type Caller } from '../requests';
import type { OnLists } from '../rooms/rights';
import {
  holdsEverywhere,
  may,
  maySee,
  permittedAmong,
  permittedOnLists,
  permittedReaders,
} from '../rights';

/** A request after parsing: all a controller of ours sees of it. */
export interface Request<E extends Endpoint> {
  readonly strapi: Core.Strapi;
  /** @throws Refused `not-set-up` while the configuration is absent */
  readonly house: House;
  readonly by: Asking;
  readonly caller: Caller | null;
  readonly language: Language;
  readonly params: Parsed<E['params']>;
  readonly query: Parsed<E['query']>;
  readonly body: Parsed<E['body']>;
  /** For what the request is about, or at all if it names no campaign. */
  may(permission: Permission): boolean;
  /** Without any condition. */
  mayEverywhere(permission: Permission): boolean;
  /** Those of these readers it is held for, also where the request is about a campaign. */
  onReaders(permission: Permission, readers: readonly string[]): Promise<ReadonlySet<string>>;
  /** Whether the Content Manager shows the caller these fields of all entries of a content type. */
  maySee(uid: string, fields: readonly string[]): boolean;
  /** Those of these that are about a campaign the caller may see. */
  onCampaigns<Row>(rows: readonly Row[], campaignOf: (row: Row) => string): Promise<readonly Row[]>;
  /** Those of these readers or lists for which the caller holds the right. */
  onLists<Row extends OnLists>(permission: Permission, rows: readonly Row[]): readonly Row[];
}

type Parsed<Schema> = Schema extends z.ZodType ? z.infer<Schema> : undefined;

type Act<E extends Endpoint> = (request: Request<E>) => Promise<z.infer<E['answer']>>;

/** What a room of endpoints needs: one act each, typed by its contract. */
export type Acts<Room extends Endpoints> = { readonly [Name in keyof Room]: Act<Room[Name]> };

export type KoaAction = (ctx: Context) => Promise<void>;

/** Parses, asks, answers. Every JSON endpoint goes through here, and refusals are caught here only. */
export const answering =
  <E extends Endpoint>(strapi: Core.Strapi, endpoint: E, act: Act<E>): KoaAction =>
  async (ctx) => {
    try {
      ctx.body = await act(requestOf(strapi, ctx, endpoint));
      ctx.status = endpoint.status;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      await noteOverreach(strapi, ctx, { endpoint, code: error.code });
      await answerRefusal(strapi, ctx, error);
    }
  };

/** A way to people whom Strapi hides from whoever asks; no flow hears of it, and the audit trail should. */
async function noteOverreach(
  strapi: Core.Strapi,
  ctx: Context,
  { endpoint, code }: { readonly endpoint: Endpoint; readonly code: RefusalCode },
): Promise<void> {
  if (code !== 'type-not-readable') return;
  const { audit } = entranceOf(strapi);
  await audit.refused(askingOf(ctx), endpoint.needs.join('|'), code);
}

function requestOf<E extends Endpoint>(strapi: Core.Strapi, ctx: Context, endpoint: E): Request<E> {
  return {
    strapi,
    get house() {
      return houseOf(strapi);
    },
    by: askingOf(ctx),
    caller: callerOf(ctx.state),
    language: languageOf(ctx),
    params: parse<E['params']>(endpoint.params, ctx.params, 'params'),
    query: parse<E['query']>(endpoint.query, ctx.query, 'query'),
    body: parse<E['body']>(endpoint.body, bodyOf(ctx), 'body'),
    may: (permission) => may(ctx, permission),
    mayEverywhere: (permission) => holdsEverywhere(ctx, permission),
    onReaders: (permission, readers) => permittedReaders(strapi, ctx, { permission, readers }),
    maySee: (uid, fields) => maySee(ctx, uid, fields),
    onCampaigns: async (rows, campaignOf) => {
      const campaigns = rows.map(campaignOf);
      const seen = await permittedAmong(strapi, ctx, { permission: 'campaign.read', campaigns });
      return rows.filter((row) => seen.has(campaignOf(row)));
    },
    onLists: (permission, rows) => permittedOnLists(ctx, { permission, rows }),
  };
}

const bodyOf = ({ request }: Context): unknown => ('body' in request ? (request.body ?? {}) : {});

function parse<Schema>(schema: Schema, value: unknown, place: string): Parsed<Schema> {
  if (!isSchema(schema)) return undefined as Parsed<Schema>;
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data as Parsed<Schema>;
  throw invalid(
    parsed.error.issues.map(({ path, message }) => ({
      place: [place, ...path].join('.'),
      expected: message,
    })),
  );
}

const isSchema = (schema: unknown): schema is z.ZodType =>
  typeof schema === 'object' && schema !== null && 'safeParse' in schema;
