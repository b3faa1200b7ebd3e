import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A line to a server of this machine that can be cut and mended. */
export interface Line {
  readonly port: number;
  /** Breaks what is open and lets nobody in. */
  cut(): Promise<void>;
  mend(): Promise<void>;
  close(): Promise<void>;
}

export async function layLine(to: { readonly host: string; readonly port: number }): Promise<Line> {
  const open = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(to);
    for (const [socket, other] of [[near, far] as const, [far, near] as const]) {
      open.add(socket);
      socket.pipe(other);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        open.delete(socket);
        other.destroy();
      });
    }
  });
  const port = await listen(server, 0);
  const cut = async (): Promise<void> => {
    const closed = server.listening ? once(server, 'close') : null;
    server.close();
    for (const socket of open) socket.destroy();
    await closed;
  };
  return {
    port,
    cut,
    mend: async () => void (await listen(server, port)),
    close: cut,
  };
}

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}
