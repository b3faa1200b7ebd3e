/** Puts something before one call of a port, as another process would do it in that moment. */
export function precede<Port, Name extends keyof Port>(
  port: Port,
  name: Name,
  before: () => Promise<unknown>,
) {
  const original = port[name];
  const undo = () => void (port[name] = original);
  if (typeof original !== 'function') throw new Error('only a function can be preceded');
  port[name] = (async (...args: unknown[]) => {
    await before();
    return original(...args);
  }) as Port[Name];
  return { undo };
}
