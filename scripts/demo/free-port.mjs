import { createServer } from 'node:net';

/** `wanted` if nobody listens there, or else one the system picks. */
export async function freePort(wanted) {
  return (await tryPort(wanted)) ?? (await tryPort(0));
}

// Asked on all addresses: a server of somebody else's on any of them makes the port theirs.
const tryPort = (port) =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(port, () => {
      const { port: bound } = server.address();
      server.close(() => resolve(bound));
    });
  });
