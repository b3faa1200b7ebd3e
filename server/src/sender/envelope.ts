import { isClosing, type Line } from './line';

export interface Envelope {
  readonly from: string;
  /** The one RCPT. */
  readonly to: string;
}

/** How the relay took an envelope and the DATA behind it. `text`: it waits for the text. */
export type Answer =
  | { readonly kind: 'text' }
  | { readonly kind: 'refused'; readonly stage: 'mail' | 'rcpt' | 'data'; readonly reply: string };

type Stage = Extract<Answer, { kind: 'refused' }>['stage'];

/** MAIL, RCPT and DATA of one message, which may be out before it is that message's turn. */
export class EnvelopeOut {
  private answer: Answer | null = null;
  private refusal: Extract<Answer, { kind: 'refused' }> | null = null;
  private onAnswer: ((answer: Answer) => void) | null = null;

  private constructor(
    readonly envelope: Envelope,
    private readonly line: Line,
  ) {}

  /** Each command when the one before it was answered. */
  static stepwise(envelope: Envelope, line: Line): EnvelopeOut {
    const out = new EnvelopeOut(envelope, line);
    out.step(MAIL(envelope), 'mail', () =>
      out.step(RCPT(envelope), 'rcpt', () => out.step(DATA, 'data', () => out.decide(TEXT))),
    );
    return out;
  }

  /** All at once (RFC 2920). What is returned beside it has to be said now. */
  static atOnce(envelope: Envelope, line: Line): { out: EnvelopeOut; commands: string } {
    const out = new EnvelopeOut(envelope, line);
    line.expect((reply) => out.note('mail', reply));
    line.expect((reply) => out.note('rcpt', reply));
    line.expect((reply) => out.conclude(reply));
    return { out, commands: MAIL(envelope) + RCPT(envelope) + DATA };
  }

  get isRefused(): boolean {
    return this.answer?.kind === 'refused';
  }

  /** Called back once, now or later; never if the line is lost first. */
  whenAnswered(onAnswer: (answer: Answer) => void): void {
    if (this.answer) return onAnswer(this.answer);
    this.onAnswer = onAnswer;
  }

  private step(command: string, stage: Stage, goOn: () => void): void {
    this.line.say(command);
    this.line.expect((reply) => {
      if (isGood(stage, reply)) goOn();
      else this.decide({ kind: 'refused', stage, reply });
    });
  }

  private note(stage: Stage, reply: string): void {
    if (isGood(stage, reply)) return;
    // The first is the reason, the others follow from it.
    this.refusal ??= { kind: 'refused', stage, reply };
    if (isClosing(reply)) this.decide(this.refusal);
  }

  private conclude(reply: string): void {
    const { refusal } = this;
    if (!isGood('data', reply)) {
      return this.decide(refusal ?? { kind: 'refused', stage: 'data', reply });
    }
    if (!refusal) return this.decide(TEXT);
    if (!reply.startsWith('3')) return this.decide(refusal);
    // It wants a text all the same: an empty one for nobody, unless there is not even a sender.
    if (refusal.stage === 'mail') {
      this.decide(refusal);
      return this.line.cut();
    }
    this.line.expect(() => this.decide(refusal));
    this.line.say('.\r\n');
  }

  private decide(answer: Answer): void {
    if (this.answer) return;
    this.answer = answer;
    this.onAnswer?.(answer);
  }
}

const TEXT: Answer = { kind: 'text' };
const MAIL = ({ from }: Envelope): string => `MAIL FROM:<${from}>\r\n`;
const RCPT = ({ to }: Envelope): string => `RCPT TO:<${to}>\r\n`;
const DATA = 'DATA\r\n';

/** Some relays say 250 where they should say 354. */
const isGood = (stage: Stage, reply: string): boolean =>
  reply.startsWith('2') || (stage === 'data' && reply.startsWith('3'));
