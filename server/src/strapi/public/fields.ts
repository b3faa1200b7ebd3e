import type { Context } from 'koa';

/** All values of a field of the form that was sent. */
export function fieldsOf({ request }: Context, name: string): string[] {
  const body: unknown = 'body' in request ? request.body : undefined;
  if (typeof body !== 'object' || body === null) return [];
  const value: unknown = new Map<string, unknown>(Object.entries(body)).get(name);
  return [value].flat().filter((one) => typeof one === 'string');
}
