import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Outcome } from '../domain/delivery/outcome';
import { outcomeOfLoss, outcomeOfReply } from '../domain/delivery/replies';
import type { TransportReport } from '../ports/sending';
import { Body, type Gate, type Progress } from './body';
import { EnvelopeOut, type Envelope } from './envelope';
import { isClosing, Line } from './line';
import { Scratch } from './scratch';
import type { WireText } from './wire-text';

export interface Mail extends Envelope {
  readonly text: WireText;
}

export type Delivered =
  | { readonly kind: 'answered'; readonly outcome: Outcome; readonly progress: Progress }
  /** Cut before the dot, by the gate or by `abandon`. */
  | { readonly kind: 'abandoned'; readonly error: unknown }
  /** The connection was gone before a word about this message was said. */
  | { readonly kind: 'lost-unused' };

interface InHand {
  readonly mail: Mail;
  readonly body: Body;
  readonly isReused: boolean;
  /** Its envelope went out behind the dot of the one before. */
  readonly isEarly: boolean;
  readonly resolve: (delivered: Delivered) => void;
}

type AnsweredAt = 'mail' | 'rcpt' | 'data' | 'dot';

/** One session with a relay. One message at a time, and at most the envelope of the next behind it. */
export class Session {
  readonly report: TransportReport;
  /** Messages it was asked to deliver. */
  served = 0;
  private readonly line: Line;
  private readonly scratch = new Scratch();
  private inHand: InHand | null = null;
  private ahead: EnvelopeOut | null = null;
  private isForsaken = false;
  private afterReset: (() => void) | null = null;

  /** @param pipelines the relay takes several commands at once */
  constructor(
    private readonly smtp: SMTPConnection,
    private readonly pipelines: boolean,
  ) {
    this.report = { encrypted: smtp.secure, authenticated: smtp.authenticated };
    this.line = new Line(smtp, (loss) => this.lose(loss));
  }

  isAlive(): boolean {
    return this.line.isAlive;
  }

  /** After `gate.following` named an envelope, it has to be this mail's, or `forsake` comes first. */
  deliver(mail: Mail, gate: Gate): Promise<Delivered> {
    const { ahead } = this;
    this.ahead = null;
    return new Promise((resolve) => {
      const bytes = this.scratch.write(mail.text, this.hasWrittenAll());
      const giveUp = (error: unknown): void => this.giveUp(error);
      const body = new Body(bytes, gate, giveUp, (last) => this.withNext(last, gate));
      const isReused = this.served > 0;
      this.served += 1;
      this.inHand = { mail, body, isReused, isEarly: ahead !== null, resolve };
      if (!ahead && !this.isAlive()) return this.lose({ isTimeout: false });
      (ahead ?? this.begin(mail)).whenAnswered((answer) => {
        if (answer.kind === 'text') this.sendText(body);
        else this.conclude(answer.stage, answer.reply);
      });
    });
  }

  /** Cuts off what is in hand if it has come no further than this. Never after the dot. */
  abandon(furthest: 'waiting' | 'begun'): void {
    const progress = this.inHand?.body.progress;
    if (progress === 'waiting' || progress === furthest) this.giveUp(null);
  }

  /** The message whose envelope is out already does not come: the session ends when the one in hand is answered. */
  forsake(): void {
    if (!this.ahead) return;
    this.ahead = null;
    if (this.inHand) this.isForsaken = true;
    else this.line.cut();
  }

  quit(): void {
    this.smtp.quit();
  }

  private begin(mail: Mail): EnvelopeOut {
    if (!this.pipelines) return EnvelopeOut.stepwise(mail, this.line);
    const { out, commands } = EnvelopeOut.atOnce(mail, this.line);
    this.line.say(commands);
    return out;
  }

  private sendText(body: Body): void {
    const { socket } = this.line;
    this.line.expect((reply) => this.conclude('dot', reply));
    if (socket) body.start(socket);
  }

  /** RFC 2920 §3.1: the next envelope may stand in one group with the end of a text. */
  private withNext(last: Buffer, gate: Gate): Buffer {
    const next = this.pipelines ? gate.following() : null;
    if (!next) return last;
    const { out, commands } = EnvelopeOut.atOnce(next, this.line);
    this.ahead = out;
    return this.scratch.append(last, commands);
  }

  private conclude(at: AnsweredAt, reply: string): void {
    const done = this.takeFromHand();
    if (!done) return;
    const { mail, body, isEarly, resolve } = done;
    const { progress } = body;
    // Its good-bye was on the way when we said MAIL: it means the messages before.
    if (isEarly && at === 'mail' && isClosing(reply)) return resolve({ kind: 'lost-unused' });
    const outcome = outcomeOf(at, reply, { progress, to: mail.to });
    this.tidy(outcome, { at, progress }, () => resolve({ kind: 'answered', outcome, progress }));
  }

  /** Leaves the session fit for the next message, or ends it if it is out of step. */
  private tidy(
    outcome: Outcome,
    { at, progress }: { readonly at: AnsweredAt; readonly progress: Progress },
    done: () => void,
  ): void {
    const isInStep = 'reply' in outcome && outcome.reply !== null;
    const isTooSoon = at === 'dot' && progress !== 'dotted';
    if (this.isForsaken || !isInStep || isTooSoon) this.line.cut();
    if (at === 'dot' || !this.isAlive()) return done();
    this.afterReset = done;
    this.line.expect((reply) => {
      if (!reply.startsWith('2')) this.line.cut();
      this.isReset();
    });
    this.line.say('RSET\r\n');
  }

  private isReset(): void {
    this.afterReset?.();
    this.afterReset = null;
  }

  private giveUp(error: unknown): void {
    const done = this.takeFromHand();
    this.line.cut();
    done?.resolve({ kind: 'abandoned', error });
  }

  private lose({ isTimeout }: { readonly isTimeout: boolean }): void {
    // What was refused stays refused.
    if (!this.ahead?.isRefused) this.ahead = null;
    this.isReset();
    const done = this.takeFromHand();
    if (!done) return;
    const { progress } = done.body;
    if (progress === 'waiting' && done.isReused && !isTimeout) {
      return done.resolve({ kind: 'lost-unused' });
    }
    done.resolve({ kind: 'answered', outcome: outcomeOfLoss(LOST_AT[progress]), progress });
  }

  private takeFromHand(): InHand | null {
    const { inHand } = this;
    this.inHand = null;
    inHand?.body.end();
    return inHand;
  }

  /** A relay may answer before it has taken all: then some of it still waits in the socket. */
  private hasWrittenAll(): boolean {
    return this.line.socket?.writableLength === 0;
  }
}

const LOST_AT = { waiting: 'rcpt', begun: 'data', dotted: 'dot' } as const;

function outcomeOf(
  at: AnsweredAt,
  reply: string,
  { progress, to }: { readonly progress: Progress; readonly to: string },
): Outcome {
  if (at !== 'dot' || progress === 'dotted') return outcomeOfReply(at, reply, to);
  // A relay that answers before it has our dot is out of step, whatever it says.
  return reply.startsWith('2') ? outcomeOfLoss('data') : outcomeOfReply('data', reply, to);
}
