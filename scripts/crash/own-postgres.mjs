import { spawnSync } from 'node:child_process';
import { appendFileSync, chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { freePort } from '../demo/free-port.mjs';
import { mountSmallDisk } from './small-disk.mjs';

const DEBIAN = '/usr/lib/postgresql';
/** Room for the cluster, its log of writes and what 600 readers need, and little more. */
const DISK_MB = 220;

const SETTINGS = (port, folder) => `
port = ${port}
listen_addresses = '127.0.0.1'
unix_socket_directories = '${folder}'
max_wal_size = 64MB
min_wal_size = 32MB
`;

/** A PostgreSQL of this run's own, on a small disk if there may be one: it can be restarted, and be out of room. */
export async function ownPostgres() {
  const folder = mkdtempSync(path.join(tmpdir(), 'countersign-postgres-'));
  chmodSync(folder, 0o777);
  const disk = await mountSmallDisk(folder, DISK_MB);
  const port = await freePort(0);
  const data = path.join(folder, 'data');
  run('initdb', ['-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--no-locale']);
  appendFileSync(path.join(data, 'postgresql.conf'), SETTINGS(port, folder));
  const log = `${folder}.log`;
  const control = (...words) => run('pg_ctl', ['-D', data, '-w', '-s', ...words]);
  const isRunning = () => asPostgres('pg_ctl', ['-D', data, 'status']).status === 0;
  const start = () => isRunning() || control('-l', log, 'start');
  start();
  return {
    kind: 'postgres',
    disk,
    env: {
      DATABASE_CLIENT: 'postgres',
      DATABASE_HOST: '127.0.0.1',
      DATABASE_PORT: String(port),
      DATABASE_NAME: 'postgres',
      DATABASE_USERNAME: 'postgres',
      DATABASE_PASSWORD: '',
    },
    /** Also if it never ended. */
    start,
    /** `fast`: an orderly restart's; `immediate`: as after a crash. */
    stop: (mode) => control('stop', '-m', mode),
    remove: async () => {
      if (isRunning()) control('stop', '-m', 'immediate');
      disk?.unmount();
      for (const left of [folder, log]) rmSync(left, { recursive: true, force: true });
    },
  };
}

/** @throws with its words if it fails */
function run(program, args) {
  const { status, stderr, error } = asPostgres(program, args);
  if (status !== 0) throw new Error(`${program}: ${error?.message ?? stderr}`);
}

/** PostgreSQL does not run as root. */
function asPostgres(program, args) {
  const command = [path.join(folderOfPrograms(), program), ...args];
  const isRoot = process.getuid() === 0;
  const [first, ...rest] = isRoot ? ['runuser', '-u', 'postgres', '--', ...command] : command;
  return spawnSync(first, rest, {
    encoding: 'utf8',
    cwd: '/',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

function folderOfPrograms() {
  const versions = readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a));
  return path.join(DEBIAN, versions[0], 'bin');
}
