import type { Core } from '@strapi/types';
import type { Context } from 'koa';
import { pushBody } from '../../contracts/push';
import { networkOf } from '../../domain/access/network';
import { PUSHED_AT_ONCE } from '../../domain/subscribers/push-source';
import type { KoaAction } from '../controllers/act';
import { askingOf } from '../requests';
import { withHouse } from './reader';

const KEY = /^[\w-]{1,64}$/;

/** A system of the site owner's tells us of its people. One refusal for a wrong source and a wrong signature. */
export const takePush = (strapi: Core.Strapi): KoaAction =>
  withHouse(strapi, async (ctx, { push }) => {
    const sourceId = String(ctx.params.id);
    const body = bodyOf(ctx);
    const signed = {
      sourceId,
      signature: ctx.get('X-Countersign-Signature'),
      idempotencyKey: ctx.get('Idempotency-Key'),
      text: JSON.stringify(body) ?? '',
    };
    if (!push.isSigned(signed)) {
      const mayTry = await push.mayTry(networkOf(askingOf(ctx).ip));
      return mayTry ? refuse(ctx, 401, 'not-signed') : refuse(ctx, 429, 'too-many');
    }
    if (!(await push.mayPush(sourceId))) return refuse(ctx, 429, 'too-many');
    if (!KEY.test(signed.idempotencyKey)) return refuse(ctx, 400, 'idempotency-key');
    if (countIn(body) > PUSHED_AT_ONCE) return refuse(ctx, 413, 'too-many-people');
    const read = pushBody.safeParse(body);
    if (!read.success) return refuse(ctx, 422, 'invalid-request');
    const came = await push.take(signed, read.data);
    if (!came.ok) return refuse(ctx, came.reason === 'other-body' ? 409 : 422, came.reason);
    ctx.status = 202;
    ctx.body = came.value;
  });

function refuse(ctx: Context, status: number, code: string): void {
  if (status === 429) ctx.set('Retry-After', '60');
  ctx.status = status;
  ctx.body = { error: { code } };
}

const bodyOf = ({ request }: Context): unknown => ('body' in request ? request.body : undefined);

function countIn(body: unknown): number {
  const people = typeof body === 'object' && body !== null ? Reflect.get(body, 'people') : null;
  return Array.isArray(people) ? people.length : 0;
}
