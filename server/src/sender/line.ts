import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import { ReplyReader } from './reply-reader';

type OnReply = (reply: string) => void;

/**
 * The line to a relay, once nodemailer has opened it: commands out, and for each, in order, its reply.
 * nodemailer goes on watching the socket; it would send one message at a time and wait in between.
 */
export class Line {
  private readonly reader = new ReplyReader();
  private readonly expected: OnReply[] = [];
  private isSilent = false;

  /** @param onLoss called once, when no reply comes any more */
  constructor(
    private readonly smtp: SMTPConnection,
    private readonly onLoss: (loss: { readonly isTimeout: boolean }) => void,
  ) {
    smtp.on('error', ({ code }) => (this.isSilent = code === 'ETIMEDOUT'));
    smtp.once('end', () => this.end());
    this.socket?.removeAllListeners('data').on('data', (chunk) => this.hear(chunk));
  }

  get isAlive(): boolean {
    return !this.smtp.destroyed;
  }

  /** Null: nodemailer has given it up. */
  get socket() {
    return this.smtp._socket || null;
  }

  say(commands: string): void {
    this.socket?.write(commands, 'latin1');
  }

  /** The next reply that nobody expects yet. */
  expect(onReply: OnReply): void {
    this.expected.push(onReply);
  }

  cut(): void {
    this.smtp.close();
  }

  private hear(chunk: Buffer): void {
    const replies = this.reader.take(chunk);
    if (!replies) return this.cut();
    for (const reply of replies) {
      // Cut off by what became of the one before.
      if (!this.isAlive) return;
      const onReply = this.expected.shift();
      onReply?.(reply);
      // RFC 5321 §4.2: whatever it answers, 421 is the last it says. So it is out of step with no question.
      if (!onReply || isClosing(reply)) return this.cut();
    }
  }

  private end(): void {
    const words = this.reader.lastWords();
    if (words !== null) this.expected.shift()?.(words);
    this.expected.length = 0;
    this.onLoss({ isTimeout: this.isSilent });
  }
}

export const isClosing = (reply: string): boolean => /^421(?:[ -]|$)/.test(reply);
