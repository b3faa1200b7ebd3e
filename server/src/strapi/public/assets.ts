import type { Core } from '@strapi/types';
import type { KoaAction } from '../controllers/act';
import { Refused } from '../errors';
import { answerRefusal } from '../failures';
import { houseOf } from '../house';

const HEADERS = {
  // The name is the hash of the content: it can never be another picture.
  'Cache-Control': 'public, max-age=31536000, immutable',
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; sandbox",
  // Webmail shows it from its own origin.
  'Cross-Origin-Resource-Policy': 'cross-origin',
} as const;

/** A picture of an edition. */
export const readAsset =
  (strapi: Core.Strapi): KoaAction =>
  async (ctx) => {
    try {
      const held = await houseOf(strapi).assets.read(String(ctx.params.name));
      if (!held) throw new Refused('not-found');
      ctx.set(HEADERS);
      ctx.type = held.asset.mime;
      ctx.status = 200;
      ctx.body = Buffer.from(held.bytes);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      await answerRefusal(strapi, ctx, error);
    }
  };
