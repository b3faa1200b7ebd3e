import type { Core } from '@strapi/types';
import type { PUBLIC_ENDPOINTS } from '../../contracts/public';
import type { z } from '@strapi/utils';
import { isWell } from '../../domain/reports/health';
import type { KoaAction } from '../controllers/act';
import { Refused } from '../errors';
import { answerRefusal } from '../failures';
import { houseOf } from '../house';

type Answer = z.infer<(typeof PUBLIC_ENDPOINTS)['health.find']['answer']>;

/** For load balancers and orchestrators: says nothing that is anybody's business but theirs. */
export const readHealth =
  (strapi: Core.Strapi): KoaAction =>
  async (ctx) => {
    try {
      const health = await houseOf(strapi).figures.health();
      const body: Answer = { status: isWell(health) ? 'well' : 'trouble', ...health };
      ctx.set('Cache-Control', 'no-store');
      ctx.status = isWell(health) ? 200 : 503;
      ctx.body = body;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      await answerRefusal(strapi, ctx, error);
    }
  };
