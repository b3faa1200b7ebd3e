import { Readable } from 'node:stream';
import type { Core } from '@strapi/types';
import { byId } from '../../contracts/shapes';
import { given, Refused } from '../errors';
import { answerRefusal } from '../failures';
import { houseOf } from '../house';
import { askingOf } from '../requests';
import type { KoaAction } from './act';

const HEADERS = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Content-Type': 'text/csv; charset=utf-8',
} as const;

/** Streamed: a list may be longer than the memory. What breaks off in the middle breaks the connection. */
export const downloadExport =
  (strapi: Core.Strapi): KoaAction =>
  async (ctx) => {
    try {
      const params = byId.safeParse(ctx.params);
      if (!params.success) throw new Refused('no-such-export');
      const exports = houseOf(strapi).exports;
      const { name, content } = given(await exports.download(params.data.id, askingOf(ctx)));
      const file = Readable.from(content, { objectMode: false });
      // Koa leaves the answer open when its head is out already.
      file.once('error', () => ctx.res.destroy());
      ctx.status = 200;
      ctx.body = file;
      ctx.set({ ...HEADERS, 'Content-Disposition': `attachment; filename="${name}"` });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      await answerRefusal(strapi, ctx, error);
    }
  };
