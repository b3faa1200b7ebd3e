import { spawn } from 'node:child_process';
import { once } from 'node:events';

import { tool } from '../relay/tools.mjs';
import { CONNECTIONS } from '../yardstick.mjs';

const WHO = ['-f', 'news@example.org', '-t', 'reader@example.com'];

/** Postfix's own generator: C, no ledger, no names, the same bytes again and again. The ceiling. In messages a second. */
export async function smtpSource({ port, messages, bytes }) {
  const much = ['-s', CONNECTIONS, '-l', bytes, '-m', messages].map(String);
  const begunAt = performance.now();
  const child = spawn(tool('smtp-source'), ['-d', ...much, ...WHO, `127.0.0.1:${port}`], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`smtp-source ended with ${code}`);
  return (messages / (performance.now() - begunAt)) * 1000;
}
