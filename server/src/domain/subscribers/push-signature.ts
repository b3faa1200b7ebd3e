import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a pushing system sends beside its people. */
export interface Signed {
  /** From the path: a key that two sources have signs for neither what was said for the other. */
  readonly sourceId: string;
  /** `t=<unix seconds>,v1=<hex>` */
  readonly signature: string;
  readonly idempotencyKey: string;
  /** The body as JSON without white space, as `JSON.stringify` writes it. */
  readonly text: string;
}

/** How far the clocks may be apart, and how long a request may be repeated. */
export const PUSH_WINDOW_MS = 5 * 60 * 1000;

const FORM = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/;

/** @param now ms since 1970 */
export function isSignedBy(key: string, signed: Signed, now: number): boolean {
  const [, seconds = '', claimed = ''] = FORM.exec(signed.signature) ?? [];
  const rightful = pushSignature(key, signed, seconds);
  // Compared in any case, so that every refusal takes as long.
  const isRight = timingSafeEqual(
    Buffer.from(claimed.padEnd(64, '0'), 'hex'),
    Buffer.from(rightful, 'hex'),
  );
  const isInTime = Math.abs(Number(seconds) * 1000 - now) <= PUSH_WINDOW_MS;
  return claimed !== '' && isRight && isInTime;
}

const pushSignature = (
  key: string,
  { sourceId, idempotencyKey, text }: Omit<Signed, 'signature'>,
  seconds: string,
): string =>
  createHmac('sha256', key)
    .update(`${seconds}.${sourceId}.${idempotencyKey}.${text}`)
    .digest('hex');
