import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** Who wrote a journal: enough to tell whether that very process still lives, not its pid's next holder. */
export interface ProcessIdentity {
  readonly pid: number;
  /** In the kernel's ticks since the machine started; `-` where the system does not say. */
  readonly startedAt: string;
  /** Changes whenever the machine starts; `-` where the system does not say. */
  readonly boot: string;
  /** Pids mean nothing outside of it: containers have their own. */
  readonly namespace: string;
  readonly host: string;
}

/** `unknown`: it is not of this machine or container, and cannot be seen from here. */
export type Life = 'alive' | 'dead' | 'unknown';

const UNSAID = '-';

export const ownIdentity = (): ProcessIdentity => ({
  pid: process.pid,
  startedAt: startOf(process.pid),
  boot: bootId(),
  namespace: saidBy(() => readlinkSync('/proc/self/ns/pid')),
  host: hostname().replaceAll(/\s/g, '') || UNSAID,
});

export const identityWords = ({ pid, startedAt, boot, namespace, host }: ProcessIdentity): string =>
  [pid, startedAt, boot, namespace, host].join(' ');

export function readIdentity(words: string): ProcessIdentity | null {
  const [pid, startedAt, boot, namespace, host] = words.split(' ');
  if (!/^\d+$/.test(pid ?? '') || !startedAt || !boot || !namespace || !host) return null;
  return { pid: Number(pid), startedAt, boot, namespace, host };
}

/** @param here the identity of the one who asks */
export function lifeOf(writer: ProcessIdentity, here: ProcessIdentity): Life {
  if (writer.host !== here.host) return 'unknown';
  if (writer.boot !== here.boot) return 'dead';
  if (writer.namespace !== here.namespace) return 'unknown';
  return hasProcess(writer.pid) && startOf(writer.pid) === writer.startedAt ? 'alive' : 'dead';
}

/** Whether the machine has run without a break since; false where it does not say. */
export const isOfThisBoot = (writer: ProcessIdentity, here: ProcessIdentity): boolean =>
  writer.boot !== UNSAID && writer.boot === here.boot;

function hasProcess(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives, as somebody else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

const bootId = (): string =>
  saidBy(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim());

/** Field 22 of proc(5) stat; the second, in brackets, may itself hold spaces and brackets. */
const startOf = (pid: number): string =>
  saidBy(() => {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? UNSAID;
  });

function saidBy(read: () => string): string {
  try {
    return read();
  } catch {
    return UNSAID;
  }
}
