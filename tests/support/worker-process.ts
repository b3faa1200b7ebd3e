import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

/** The command, run in the playground as its owner would; it takes its settings from our environment. */
export interface WorkerProcess {
  /** Resolves when it has said this. @throws if it ends first */
  until(words: string): Promise<void>;
  /** All it has said. */
  said(): string;
  /** What of it was said on standard output. */
  answer(): string;
  /** Asks it to end. Its exit code. */
  end(): Promise<number | null>;
  /** Its exit code, when it ends by itself. */
  readonly ended: Promise<number | null>;
}

export function startCommand(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): WorkerProcess {
  const command = spawn(process.execPath, [join(ROOT, 'bin/countersign.cjs'), ...args], {
    cwd: join(ROOT, 'playground'),
    env: { ...process.env, LOG_LEVEL: 'info', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const news = new EventEmitter();
  let said = '';
  let answer = '';
  command.stdout.on('data', (words) => (answer += String(words)));
  for (const stream of [command.stdout, command.stderr]) {
    stream.on('data', (words) => {
      said += String(words);
      news.emit('news');
    });
  }
  let isOver = false;
  const ended = once(command, 'close').then(([code]: (number | null)[]) => {
    isOver = true;
    news.emit('news');
    return code ?? null;
  });
  return {
    ended,
    said: () => said,
    answer: () => answer,
    until: async (words) => {
      while (!said.includes(words)) {
        if (isOver) throw new Error(`it ended: ${said}`);
        await once(news, 'news');
      }
    },
    end: () => {
      command.kill('SIGTERM');
      return ended;
    },
  };
}
