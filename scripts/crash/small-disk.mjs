import { spawnSync } from 'node:child_process';
import { mkdir, open, rm } from 'node:fs/promises';
import path from 'node:path';

const CHUNK = Buffer.alloc(64 * 1024);

/**
 * A disk of `megabytes` at `folder`, in memory, that can be filled up and emptied again. Null where the system
 * does not let us mount one.
 */
export async function mountSmallDisk(folder, megabytes) {
  await mkdir(folder, { recursive: true });
  const options = ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0777`, 'tmpfs', folder];
  if (spawnSync('mount', options).status !== 0) return null;
  const filler = path.join(folder, 'filler');
  return {
    fill: () => fill(filler),
    free: () => rm(filler, { force: true }),
    unmount: () => spawnSync('umount', ['-l', folder]),
  };
}

/** Until there is no room for another byte. */
async function fill(filler) {
  const file = await open(filler, 'w');
  try {
    for (const chunk of [CHUNK, CHUNK.subarray(0, 1)]) {
      const error = await writeOnAndOn(file, chunk);
      if (error.code !== 'ENOSPC') throw error;
    }
  } finally {
    await file.close();
  }
}

async function writeOnAndOn(file, chunk) {
  for (;;) {
    try {
      await file.write(chunk);
    } catch (error) {
      return error;
    }
  }
}
