import { closeSync, openSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import {
  dotLine,
  headerLine,
  outcomeLine,
  type JournalledOutcome,
} from '../domain/delivery/journal';
import type { ThreadSettings } from '../ports/sending-protocol';

/** About eight seconds at full speed. Filled beforehand, so that a full disk is met between messages. */
const FILE_BYTES = 4 * 1024 * 1024;
const ROOM_FOR_A_LINE = 256;

/**
 * What this thread has begun and how it ended, for whoever comes after it. It survives a kill of the
 * process: a line is in the kernel's hands before the call returns. Orders the ledger does not hold
 * yet keep the files that speak of them.
 */
export class Journal {
  private readonly files: JournalFile[] = [];
  private begun = 0;

  constructor(
    private readonly settings: ThreadSettings['journal'],
    private readonly fileBytes: number = FILE_BYTES,
  ) {}

  /** @throws if there is no room; then the dot must not be written */
  dot(order: number, deliveryId: string): void {
    this.current().append(order, dotLine(deliveryId));
  }

  /** Never throws: while a line is missing, a kill leaves the delivery uncertain, and that is true. */
  reply(order: number, deliveryId: string, outcome: JournalledOutcome): void {
    try {
      this.current().append(order, outcomeLine(deliveryId, outcome));
    } catch {
      // The outcome is on its way to the ledger all the same; the next dot will meet the full disk.
    }
  }

  settled(order: number): void {
    for (const file of this.files) file.orders.delete(order);
    this.drop((file) => file.orders.size === 0 && file !== this.files.at(-1));
  }

  /** Removes what nobody needs any more, and leaves the rest. */
  close(): void {
    this.drop((file) => file.orders.size === 0);
    for (const file of this.files) file.close();
  }

  private current(): JournalFile {
    const last = this.files.at(-1);
    if (last && last.at + ROOM_FOR_A_LINE < this.fileBytes) return last;
    this.begun += 1;
    const { directory, prefix, writer } = this.settings;
    const path = join(directory, `${prefix}.${this.begun}.journal`);
    const file = new JournalFile(path, headerLine(writer), this.fileBytes);
    this.files.push(file);
    return file;
  }

  private drop(isUnneeded: (file: JournalFile) => boolean): void {
    for (const file of this.files.filter(isUnneeded)) {
      this.files.splice(this.files.indexOf(file), 1);
      file.close();
      unlinkSync(file.path);
    }
  }
}

class JournalFile {
  readonly orders = new Set<number>();
  at = 0;
  private readonly handle: number;

  constructor(
    readonly path: string,
    header: string,
    bytes: number,
  ) {
    this.handle = openSync(path, 'wx');
    try {
      this.write(Buffer.from(header));
      writeFully(this.handle, Buffer.alloc(bytes - this.at, '\n'), this.at);
    } catch (error) {
      this.close();
      unlinkSync(path);
      throw error;
    }
  }

  append(order: number, line: string): void {
    this.orders.add(order);
    this.write(Buffer.from(line, 'latin1'));
  }

  close(): void {
    closeSync(this.handle);
  }

  private write(bytes: Buffer): void {
    writeFully(this.handle, bytes, this.at);
    this.at += bytes.length;
  }
}

function writeFully(handle: number, bytes: Buffer, at: number): void {
  const written = writeSync(handle, bytes, 0, bytes.length, at);
  if (written < bytes.length) throw new Error('the disk took only a part of a line');
}
