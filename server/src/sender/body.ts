import type { Writable } from 'node:stream';
import type { Envelope } from './envelope';

/** What must hold, and be done, while one message's text goes out. */
export interface Gate {
  /** Asked when the relay has said 354, before the first byte. */
  mayBegin(): boolean;
  /** Asked before the final dot: what has no dot was never accepted. */
  mayFinish(): boolean;
  /** The last act before the dot; called back in this turn of the loop, with an error if there may be none. */
  beforeDot(done: (error: unknown) => void): void;
  /** Asked with the dot: whose envelope may go out behind it. */
  following(): Envelope | null;
}

export type Progress = 'waiting' | 'begun' | 'dotted';

const SLICE_BYTES = 16 * 1024;

/**
 * One message's bytes, and how far they have come. They go straight to the socket, the last of them in
 * one piece with the final dot, so the dot is certainly not out while `progress` is not `dotted`.
 */
export class Body {
  progress: Progress = 'waiting';
  private sent = 0;
  private isOver = false;

  /**
   * @param bytes in wire form
   * @param onAbandon called once when the gate closed on it; the connection must be cut then
   * @param withNext puts behind the last bytes what may follow the dot at once
   */
  constructor(
    private readonly bytes: Buffer,
    private readonly gate: Gate,
    private readonly onAbandon: (reason: unknown) => void,
    private readonly withNext: (last: Buffer) => Buffer = (last) => last,
  ) {}

  /** The relay waits for the text. */
  start(socket: Writable): void {
    this.goOn(socket);
  }

  /** The relay has answered, or is gone: nothing more of it may go out. */
  end(): void {
    this.isOver = true;
  }

  private goOn(socket: Writable): void {
    if (this.isOver || !this.passes(this.gate.mayBegin() || this.sent > 0)) return;
    const left = this.bytes.length - this.sent;
    if (left <= SLICE_BYTES) return this.gate.beforeDot((error) => this.finish(socket, error));
    this.progress = 'begun';
    // The next when this one is out: a byte that waits in a buffer can no longer be held back.
    socket.write(this.slice(), (error) => {
      if (!error) this.goOn(socket);
    });
  }

  private finish(socket: Writable, error: unknown): void {
    if (this.isOver) return;
    if (error) return this.onAbandon(error);
    const mayGo = this.sent > 0 ? this.gate.mayFinish() : this.gate.mayBegin();
    if (!this.passes(mayGo)) return;
    this.progress = 'dotted';
    socket.write(this.withNext(this.slice()));
  }

  private passes(mayGo: boolean): boolean {
    if (!mayGo) this.onAbandon(null);
    return mayGo;
  }

  private slice(): Buffer {
    const from = this.sent;
    this.sent = Math.min(from + SLICE_BYTES, this.bytes.length);
    return this.bytes.subarray(from, this.sent);
  }
}
