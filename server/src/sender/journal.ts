import { closeSync, openSync, rmSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import {
  dotLine,
  headerLine,
  outcomeLine,
  type JournalledOutcome,
} from '../domain/delivery/journal';
import type { WrittenDot } from '../domain/delivery/outcome';
import type { ThreadSettings } from '../ports/sending-protocol';

/** About eight seconds at full speed. Filled beforehand, so that a full disk is met between messages. */
const FILE_BYTES = 4 * 1024 * 1024;

interface Said {
  readonly order: number;
  readonly line: string;
  /** Of a dot: whoever waits to write it. */
  readonly done?: (error: unknown) => void;
}

/**
 * What this thread has begun and how it ended, for whoever comes after it. It survives a kill of the
 * process: a line is in the kernel's hands before the call returns. Orders the ledger does not hold
 * yet keep the files that speak of them.
 */
export class Journal {
  private readonly files: JournalFile[] = [];
  private begun = 0;
  /** What this turn of the loop has said: one write to the file costs as much as a small message. */
  private said: Said[] = [];
  private soon: NodeJS.Immediate | null = null;

  constructor(
    private readonly settings: ThreadSettings['journal'],
    private readonly fileBytes: number = FILE_BYTES,
  ) {}

  /** @param done called back at the end of this turn; with an error if there was no room: then no dot must be written */
  dot(order: number, deliveryId: string, dot: WrittenDot, done: (error: unknown) => void): void {
    this.say({ order, line: dotLine(deliveryId, dot), done });
  }

  /**
   * On disk before the next dot is, so that no connection ever leaves more than one delivery uncertain.
   * While a line is missing, a kill leaves its delivery uncertain, and that is true.
   */
  reply(order: number, deliveryId: string, outcome: JournalledOutcome): void {
    this.say({ order, line: outcomeLine(deliveryId, outcome) });
  }

  settled(order: number): void {
    this.said = this.said.filter((said) => said.done || said.order !== order);
    for (const file of this.files) file.orders.delete(order);
    this.drop((file) => file.orders.size === 0 && file !== this.files.at(-1));
  }

  /** Removes what nobody needs any more, and leaves the rest. */
  close(): void {
    this.flush();
    this.drop((file) => file.orders.size === 0);
    for (const file of this.files) file.close();
  }

  private say(said: Said): void {
    this.soon ??= setImmediate(() => this.flush());
    this.said.push(said);
  }

  private write(lines: readonly Said[]): void {
    const text = lines.map(({ line }) => line).join('');
    const file = this.fileFor(text.length);
    for (const { order } of lines) file.orders.add(order);
    file.append(text);
  }

  private fileFor(bytes: number): JournalFile {
    const last = this.files.at(-1);
    if (last && last.at + bytes < this.fileBytes) return last;
    this.begun += 1;
    const { directory, prefix, writer } = this.settings;
    const path = join(directory, `${prefix}.${this.begun}.journal`);
    const file = new JournalFile(path, headerLine(writer), this.fileBytes);
    this.files.push(file);
    return file;
  }

  private flush(): void {
    this.soon = null;
    const said = this.said.splice(0);
    if (said.length === 0) return;
    try {
      this.write(said);
    } catch (error) {
      // Replies are kept for the next dot, which meets the full disk if it is still full.
      this.said.unshift(...said.filter(({ done }) => !done));
      for (const { done } of said) done?.(error);
      return;
    }
    for (const { done } of said) done?.(null);
  }

  private drop(isUnneeded: (file: JournalFile) => boolean): void {
    for (const file of this.files.filter(isUnneeded)) {
      this.files.splice(this.files.indexOf(file), 1);
      file.close();
      // Somebody may have emptied the folder: what nobody needs is no reason to die.
      rmSync(file.path, { force: true });
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

  append(lines: string): void {
    this.write(Buffer.from(lines, 'latin1'));
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
