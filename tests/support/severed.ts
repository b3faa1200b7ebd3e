import { EventEmitter, once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A line to a server of this machine that can be cut and mended. */
export interface Line {
  readonly port: number;
  /** Breaks what is open, and whatever is tried from now on. */
  cut(): void;
  /** Nothing comes through any more, and nobody is told. */
  hush(): void;
  /** What is opened from now on goes through. */
  mend(): void;
  /** Resolves when so many have tried in vain. */
  untilTried(times: number): Promise<void>;
  close(): Promise<void>;
}

export async function layLine(to: { readonly host: string; readonly port: number }): Promise<Line> {
  const open = new Set<Socket>();
  const news = new EventEmitter();
  let isCut = false;
  let isHushed = false;
  let tried = 0;
  const refuse = (near: Socket): void => {
    near.destroy();
    tried += 1;
    news.emit('tried');
  };
  const server = createServer((near) => {
    if (isCut) return refuse(near);
    if (isHushed) return void open.add(near.on('error', () => undefined));
    join(near, connect(to), open);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cut = (): void => {
    isCut = true;
    for (const socket of open) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    cut,
    hush: () => {
      isHushed = true;
      for (const socket of open) socket.unpipe().pause();
    },
    mend: () => {
      isCut = false;
      isHushed = false;
    },
    untilTried: async (times) => {
      while (tried < times) await once(news, 'tried');
    },
    close: async () => {
      server.close();
      cut();
      await once(server, 'close');
    },
  };
}

function join(near: Socket, far: Socket, open: Set<Socket>): void {
  for (const [socket, other] of [[near, far] as const, [far, near] as const]) {
    open.add(socket);
    socket.pipe(other);
    socket.on('error', () => other.destroy());
    socket.on('close', () => {
      open.delete(socket);
      other.destroy();
    });
  }
}
