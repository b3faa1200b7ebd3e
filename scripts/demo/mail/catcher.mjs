import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { freePort } from '../free-port.mjs';
import { startChild } from '../child.mjs';

const SCRIPT = path.join(import.meta.dirname, 'catcher-process.mjs');

/** A local SMTP server with a web inbox; keeps what it gets as .eml files in `folder`. */
export async function startCatcher(folder) {
  const ports = { smtpPort: await freePort(1025), webPort: await freePort(1080) };
  const child = startChild({
    name: 'mail catcher',
    script: SCRIPT,
    args: [JSON.stringify({ ...ports, folder: path.join(folder, 'mails') })],
    log: path.join(folder, 'mail-catcher.log'),
  });
  await child.hears('ready');
  const webUrl = `http://localhost:${ports.webPort}`;
  return { ...ports, webUrl, ...inboxOf(`http://127.0.0.1:${ports.webPort}`), stop: child.stop };
}

function inboxOf(url) {
  /** Everything that came in, with its envelope; oldest first. */
  const list = async () => {
    const answer = await fetch(`${url}/api/email`);
    if (!answer.ok) throw new Error(`the mail catcher answered ${answer.status}`);
    return answer.json();
  };
  return {
    list,
    mailsTo: async (address) =>
      (await list()).filter(({ envelope }) => envelope.to[0].address.toLowerCase() === address),
    /** The message as it came over the wire. Its API would sanitise each one first, 30 ms apiece. */
    raw: async (mail) => readFile(mail.source),
  };
}
