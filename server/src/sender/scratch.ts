/** Longer messages are rare and get a buffer each: it would be kept for every connection. */
const KEPT_BYTES = 64 * 1024;

/**
 * The bytes of one message after the other, in the same place: a buffer for each would keep the garbage
 * collector busy.
 */
export class Scratch {
  private bytes = Buffer.alloc(0);

  /**
   * @param text ASCII
   * @param isFree false: the socket may still hold what was written last, which must stay as it is
   */
  write(text: string, isFree: boolean): Buffer {
    if (text.length > KEPT_BYTES) return Buffer.from(text, 'latin1');
    if (!isFree || this.bytes.length < text.length) this.bytes = Buffer.allocUnsafeSlow(KEPT_BYTES);
    return this.bytes.subarray(0, this.bytes.write(text, 'latin1'));
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
