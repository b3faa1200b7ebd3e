/** How many proxies stand before a server, by its Koa app: what a request alone does not know. */
const hops = new WeakMap<object, number>();

/** Once, before the server listens. */
export const trustHops = (app: object, count: number): void => void hops.set(app, count);

/** 0 until told otherwise: then only the socket is believed. */
export const hopsBefore = (app: object): number => hops.get(app) ?? 0;
