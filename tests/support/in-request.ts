import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { Core } from '@strapi/strapi';

interface RequestContext {
  run<T>(ctx: unknown, work: () => Promise<T>): Promise<T>;
}

/** Runs as host code does inside of a request, with what authentication would have left in its state. */
export async function inRequest<T>(
  strapi: Core.Strapi,
  state: object,
  work: () => Promise<T>,
  headers: Readonly<Record<string, string>> = {},
): Promise<T> {
  const request = new IncomingMessage(new Socket());
  Object.assign(request.headers, headers);
  const ctx = strapi.server.app.createContext(request, new ServerResponse(request));
  Object.assign(ctx.state, state);
  const { run } = strapi.requestContext as unknown as RequestContext;
  return run(ctx, work);
}
