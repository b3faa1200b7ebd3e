import { spawnSync } from 'node:child_process';

/** Runs a program to its end; shows what it said only if it failed. */
export function run(program, args, { cwd, env = {} }) {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  throw new Error(`${program} ${args.join(' ')} failed (${status}):\n${stdout}\n${stderr}`);
}
