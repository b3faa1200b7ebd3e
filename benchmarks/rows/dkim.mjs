import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { promisify } from 'node:util';

import { line, median, ratio } from './lines.mjs';
import { roundsAgainstSource, withReaders } from './rounds.mjs';

const run = promisify(execFile);

/** The same with a signature of RSA-2048 on each message, against what OpenSSL alone signs on one core. */
export async function dkim() {
  const before = await opensslSigns();
  const settings = { DKIM_PRIVATE_KEY: freshKey(), DKIM_DOMAIN: 'example.org' };
  const rounds = await withReaders(settings, (stage) => roundsAgainstSource(stage));
  const openssl = (before + (await opensslSigns())) / 2;
  const ours = median(rounds.map((round) => round.ours));
  return [
    line('openssl speed rsa2048, one core', openssl, '/s'),
    line('Countersign, freeze to settled, signed', ours, '/s'),
    ratio('of openssl', ours, { of: openssl, target: 0.75 }),
  ];
}

const freshKey = () =>
  generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({
    ...{ type: 'pkcs8', format: 'pem' },
  });

async function opensslSigns() {
  const { stdout } = await run('openssl', ['speed', '-seconds', '3', 'rsa2048']);
  const [, signs] = /^rsa\s+2048 bits\s+\S+\s+\S+\s+([\d.]+)/m.exec(stdout) ?? [];
  if (!signs) throw new Error(`openssl speed said something else:\n${stdout}`);
  return Number(signs);
}
