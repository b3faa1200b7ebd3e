import { Readable } from 'node:stream';

/** What must hold, and be done, while one message's text goes out. */
export interface Gate {
  /** Asked when the relay has said 354, before the first byte. */
  mayBegin(): boolean;
  /** Asked before the final dot: what has no dot was never accepted. */
  mayFinish(): boolean;
  /** The last act before the dot; if it throws, there is none. */
  beforeDot(): void;
}

export type Progress = 'waiting' | 'begun' | 'dotted';

const SLICE_BYTES = 16 * 1024;

/**
 * One message's bytes, and how far they have come. Its end is what makes nodemailer write the final
 * dot, so the dot is certainly not out while `progress` is not `dotted`.
 */
export class Body extends Readable {
  progress: Progress = 'waiting';
  private sent = 0;

  /** @param onAbandon called once when the gate closed on it; the connection must be cut then */
  constructor(
    private readonly bytes: Buffer,
    private readonly gate: Gate,
    private readonly onAbandon: (reason: unknown) => void,
  ) {
    // No reading ahead: a byte that is read is a byte on its way.
    super({ highWaterMark: 0 });
  }

  override _read(): void {
    if (this.progress === 'waiting') {
      if (!this.gate.mayBegin()) return this.onAbandon(null);
      this.progress = 'begun';
    }
    if (this.sent < this.bytes.length) return this.pushSlice();
    if (!this.gate.mayFinish()) return this.onAbandon(null);
    try {
      this.gate.beforeDot();
    } catch (error) {
      return this.onAbandon(error);
    }
    this.progress = 'dotted';
    this.push(null);
  }

  private pushSlice(): void {
    const from = this.sent;
    this.sent = Math.min(from + SLICE_BYTES, this.bytes.length);
    this.push(this.bytes.subarray(from, this.sent));
  }
}
