/** Expected trouble is a value with a fixed reason; a bug is an exception. */
export type Result<T, Reason extends string> =
  | { ok: true; value: T }
  | { ok: false; reason: Reason };

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });

export const refuse = <Reason extends string>(reason: Reason): { ok: false; reason: Reason } => ({
  ok: false,
  reason,
});
