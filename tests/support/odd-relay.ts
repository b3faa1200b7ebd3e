import { createServer, type AddressInfo, type Socket } from 'node:net';

/**
 * A relay that is nobody's reference: a map from what it hears to the bytes it answers. Keys are
 * `greeting`, a command's verb, or `.` for the final dot. `null` closes the connection at once; an
 * answer that ends in `!` loses the exclamation mark, and the connection after it; absent is silence.
 */
export type Dialogue = Readonly<Record<string, string | null>>;

export interface OddRelay {
  readonly port: number;
  /** What it heard, command by command, over all connections. */
  readonly heard: string[];
  close(): Promise<void>;
}

export const POLITE: Dialogue = {
  greeting: '220 odd.example\r\n',
  EHLO: '250 odd.example\r\n',
  MAIL: '250 ok\r\n',
  RCPT: '250 ok\r\n',
  DATA: '354 go\r\n',
  '.': '250 ok\r\n',
  RSET: '250 ok\r\n',
  QUIT: '221 bye\r\n!',
};

export async function startOddRelay(dialogue: Dialogue): Promise<OddRelay> {
  const heard: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    converse(socket, dialogue, heard);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    heard,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function converse(socket: Socket, dialogue: Dialogue, heard: string[]): void {
  let inText = false;
  let rest = '';
  say(socket, dialogue, 'greeting');
  socket.on('data', (chunk) => {
    const lines = (rest + chunk.toString('latin1')).split('\r\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (inText && line !== '.') continue;
      const verb = line.split(/[ :]/)[0]?.toUpperCase() ?? '';
      heard.push(line);
      say(socket, dialogue, verb);
      inText = verb === 'DATA' && (dialogue.DATA ?? '').startsWith('3');
    }
  });
}

function say(socket: Socket, dialogue: Dialogue, key: string): void {
  const answer = dialogue[key];
  if (answer === undefined || socket.destroyed) return;
  if (answer === null) return void socket.destroy();
  if (!answer.endsWith('!')) return void socket.write(answer);
  socket.end(answer.slice(0, -1));
}
