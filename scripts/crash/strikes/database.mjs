import { cp, rm } from 'node:fs/promises';
import path from 'node:path';

export async function fillDisk({ site }) {
  await site.database.disk.fill();
  return 'disk full';
}

/** A server that gave up for want of room is started again, as whoever makes room would. */
export async function freeDisk({ site }) {
  await site.database.disk.free();
  await site.ledger.close();
  site.database.start?.();
  site.openLedger();
}

export const stopDatabase =
  (mode) =>
  async ({ site }) => {
    await site.ledger.close();
    site.database.stop(mode);
  };

export function startDatabase({ site }) {
  site.database.start();
  site.openLedger();
}

const copyOf = ({ folder }) => path.join(folder, 'backup.db');

export async function backUp({ site }) {
  await rm(copyOf(site), { force: true });
  await site.ledger.copyTo(copyOf(site));
}

/** While nobody has it open. */
export async function restore({ site }) {
  const file = site.database.env.DATABASE_FILENAME;
  await site.ledger.close();
  for (const end of ['', '-wal', '-shm']) await rm(`${file}${end}`, { force: true });
  await cp(copyOf(site), file);
  site.openLedger();
  return 'an older database restored';
}
