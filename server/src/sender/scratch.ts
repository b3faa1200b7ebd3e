import { writeText, type WireText } from './wire-text';

/** Longer messages are rare and get a buffer each: it would be kept for every connection. */
const KEPT_BYTES = 64 * 1024;

/**
 * The bytes of one message after the other, in the same place: a buffer for each would keep the garbage
 * collector busy.
 */
export class Scratch {
  private bytes = Buffer.alloc(0);

  /** @param isFree false: the socket may still hold what was written last, which must stay as it is */
  write(text: WireText, isFree: boolean): Buffer {
    const isLong = text.bytes > KEPT_BYTES;
    if (isLong) return written(text, Buffer.allocUnsafeSlow(text.bytes));
    if (!isFree || this.bytes.length === 0) this.bytes = Buffer.allocUnsafeSlow(KEPT_BYTES);
    return written(text, this.bytes);
  }

  /** @param written what `write` returned last, or its end */
  append(written: Buffer, more: string): Buffer {
    const from = written.byteOffset - this.bytes.byteOffset;
    const to = from + written.length;
    const isHere = written.buffer === this.bytes.buffer && to + more.length <= KEPT_BYTES;
    if (!isHere) return Buffer.concat([written, Buffer.from(more, 'latin1')]);
    return this.bytes.subarray(from, to + this.bytes.write(more, to, 'latin1'));
  }
}

const written = (text: WireText, into: Buffer): Buffer => into.subarray(0, writeText(text, into));
