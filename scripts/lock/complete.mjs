// Completes package-lock.json after an `npm install`. A registry mirror that lacks the native builds of
// other systems makes npm leave them out of the lock file, and `npm ci` then refuses it everywhere.
// Optional dependencies are pinned exactly by who wants them, so what is missing can be written down.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { ROOT } from '../compile/root.mjs';

const LOCK = path.join(ROOT, 'package-lock.json');

const OS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'openbsd', 'openharmony', 'win32'];
const CPU = ['arm', 'arm64', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'x64'];
const LIBC = { gnu: 'glibc', musl: 'musl' };

/** The place where node finds `name` from `place`, or undefined if the lock file has it nowhere. */
function find(packages, place, name) {
  for (let from = place; ; from = from.slice(0, Math.max(from.lastIndexOf('/node_modules/'), 0))) {
    const candidate = `${from === '' ? '' : `${from}/`}node_modules/${name}`;
    if (packages[candidate]) return candidate;
    if (from === '') return undefined;
  }
}

/** `@rollup/rollup-linux-arm64-musl` says for which system it is. */
function systemOf(name) {
  const words = name.split('-');
  const os = words.filter((word) => OS.includes(word));
  const cpu = words.filter((word) => CPU.includes(word));
  const libc = os.includes('linux') ? words.map((word) => LIBC[word]).filter(Boolean) : [];
  return { ...(libc.length > 0 && { libc }), cpu, os };
}

function complete(packages) {
  const kept = Object.entries(packages).filter(([, entry]) => !entry.extraneous);
  const all = Object.fromEntries(kept);
  for (const [place, { dev, optionalDependencies = {} }] of kept) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      if (find(all, place, name) || !/^\d/.test(version)) continue;
      const { libc, cpu, os } = systemOf(name);
      if (os.length === 0 || cpu.length === 0) continue;
      all[`node_modules/${name}`] = {
        version,
        cpu,
        ...(dev && { dev }),
        ...(libc && { libc }),
        optional: true,
        os,
      };
    }
  }
  return Object.fromEntries(Object.entries(all).sort(([a], [b]) => a.localeCompare(b, 'en')));
}

const lock = JSON.parse(readFileSync(LOCK, 'utf8'));
writeFileSync(LOCK, `${JSON.stringify({ ...lock, packages: complete(lock.packages) }, null, 2)}\n`);
