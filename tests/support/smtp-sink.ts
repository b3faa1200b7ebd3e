import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';
import {
  SMTPServer,
  type SMTPServerDataStream,
  type SMTPServerOptions,
  type SMTPServerSession,
} from 'smtp-server';

/**
 * What a relay does at one point of the conversation; the first rule that fits answers. `data` is
 * while the text comes in, `dot` after it. What no rule is about is accepted.
 */
export interface SinkRule {
  readonly at: 'connect' | 'auth' | 'mail' | 'rcpt' | 'data' | 'dot';
  /** The recipient it is about; any, if absent. Not at `connect`, `auth` and `mail`. */
  readonly to?: string;
  /**
   * A reply such as `550 5.1.1 no such user`; `drop` resets the connection, `silence` says nothing,
   * `hold` says nothing until `release`.
   */
  readonly answer: string;
  /** How often it answers so; for ever, if absent. */
  readonly times?: number;
}

/** A message the sink said 250 to. */
export interface SinkMail {
  readonly from: string;
  /** All recipients; of ours there is one. */
  readonly to: readonly string[];
  readonly bytes: Buffer;
  readonly session: string;
}

export interface SinkOptions {
  readonly rules?: readonly SinkRule[];
  /** `tls`: from the first byte. `starttls`: offered. */
  readonly secure?: 'none' | 'starttls' | 'tls';
  /** For localhost, and of its own authority: see `sinkAuthority`. */
  readonly certificate?: 'valid' | 'expired';
  /** Sign-in is asked for, with this password or this token. */
  readonly password?: string;
  readonly hide?: Pick<SMTPServerOptions, 'hidePIPELINING'>;
}

export interface Sink {
  readonly port: number;
  readonly mails: SinkMail[];
  /** Each recipient that was named to it, in order, whatever it answered. */
  readonly rcpts: string[];
  /** Sessions begun since the start. */
  readonly sessions: number;
  readonly open: number;
  /** One more rule, from now on and before the others. */
  script(rule: SinkRule): void;
  /** Answers it holds back. */
  readonly held: number;
  /** Accepts what it holds back. */
  release(): void;
  /** Resolves when this holds; looked at whenever something happened. */
  until(holds: () => boolean): Promise<void>;
  close(): Promise<void>;
}

const certificateFile = (name: string): string =>
  readFileSync(join(__dirname, 'certificates', name), 'utf8');

/** The PEM a client must trust to talk to a sink over TLS. */
export const sinkAuthority = (certificate: 'valid' | 'expired' = 'valid'): string =>
  certificateFile(certificate === 'valid' ? 'localhost.cert.pem' : 'expired.cert.pem');

export async function startSink(options: SinkOptions = {}): Promise<Sink> {
  const sink = new ScriptedSink(options);
  await sink.listen();
  return sink;
}

type Done = (error?: Error | null, text?: string) => void;

class ScriptedSink implements Sink {
  readonly mails: SinkMail[] = [];
  readonly rcpts: string[] = [];
  sessions = 0;
  private readonly sockets = new Map<number, Socket>();
  private readonly news = new EventEmitter().setMaxListeners(0);
  private readonly heldBack: Done[] = [];
  private readonly rules: { rule: SinkRule; left: number }[];
  private readonly server: SMTPServer;

  constructor(private readonly options: SinkOptions) {
    this.rules = (options.rules ?? []).map((rule) => ({ rule, left: rule.times ?? Infinity }));
    this.server = new SMTPServer({ ...this.manners(), ...this.handlers() });
    this.server.on('error', () => undefined);
    this.server.server.on('connection', (socket: Socket) => this.watch(socket));
  }

  get port(): number {
    return (this.server.server.address() as AddressInfo).port;
  }

  get open(): number {
    return this.sockets.size;
  }

  get held(): number {
    return this.heldBack.length;
  }

  listen(): Promise<void> {
    return new Promise((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }

  script(rule: SinkRule): void {
    this.rules.unshift({ rule, left: rule.times ?? Infinity });
  }

  release(): void {
    for (const done of this.heldBack.splice(0)) done();
  }

  async until(holds: () => boolean): Promise<void> {
    while (!holds()) await new Promise((resolve) => this.news.once('news', resolve));
  }

  close(): Promise<void> {
    for (const socket of this.sockets.values()) socket.destroy();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private manners(): SMTPServerOptions {
    const { secure = 'none', certificate = 'valid', password, hide } = this.options;
    return {
      secure: secure === 'tls',
      disabledCommands: [...(secure === 'none' ? ['STARTTLS'] : []), ...(password ? [] : ['AUTH'])],
      authOptional: password === undefined,
      authMethods: ['PLAIN', 'LOGIN', 'XOAUTH2'],
      disableReverseLookup: true,
      closeTimeout: 100,
      key: certificateFile('localhost.key.pem'),
      cert: sinkAuthority(certificate),
      ...hide,
    };
  }

  private handlers(): SMTPServerOptions {
    return {
      onConnect: (session, done) => this.answer('connect', session, done),
      onAuth: ({ password, accessToken }, session, done) => {
        const isRight = [password, accessToken].includes(this.options.password);
        const refuse: Done = (error) =>
          error || !isRight
            ? done(error ?? coded('535 5.7.8 wrong'))
            : done(null, { user: 'sender' });
        this.answer('auth', session, refuse);
      },
      onMailFrom: (_address, session, done) => this.answer('mail', session, done),
      onRcptTo: ({ address }, session, done) => {
        this.rcpts.push(address);
        this.answer('rcpt', session, done, [address]);
      },
      onData: (stream, session, done) => this.read(stream, session, done),
    };
  }

  private read(stream: SMTPServerDataStream, session: SMTPServerSession, done: Done): void {
    const to = session.envelope.rcptTo.map(({ address }) => address);
    const during = this.ruleAt('data', to);
    if (during === 'drop') return this.drop(session);
    if (during === 'silence') return void this.news.emit('news');
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () =>
      this.answer('dot', session, this.keeping(session, to, chunks, done), to),
    );
  }

  private keeping(session: SMTPServerSession, to: string[], chunks: Buffer[], done: Done): Done {
    return (error) => {
      if (error) return done(error);
      const { mailFrom } = session.envelope;
      const from = mailFrom ? mailFrom.address : '';
      this.mails.push({ from, to, bytes: Buffer.concat(chunks), session: session.id });
      this.news.emit('news');
      done(null, '2.0.0 queued');
    };
  }

  private answer(
    at: SinkRule['at'],
    session: SMTPServerSession,
    done: Done,
    to: string[] = [],
  ): void {
    const answer = this.ruleAt(at, to);
    if (answer === null) done();
    else if (answer === 'drop') this.drop(session);
    else if (answer === 'hold') this.heldBack.push(done);
    else if (answer !== 'silence') done(coded(answer));
    this.news.emit('news');
  }

  private ruleAt(at: SinkRule['at'], to: readonly string[]): string | null {
    const found = this.rules.find(
      ({ rule, left }) => left > 0 && rule.at === at && (!rule.to || to.includes(rule.to)),
    );
    if (!found) return null;
    found.left -= 1;
    return found.rule.answer;
  }

  private drop(session: SMTPServerSession): void {
    this.sockets.get(session.remotePort)?.resetAndDestroy();
  }

  private watch(socket: Socket): void {
    this.sessions += 1;
    const port = socket.remotePort ?? 0;
    this.sockets.set(port, socket);
    socket.on('close', () => {
      this.sockets.delete(port);
      this.news.emit('news');
    });
  }
}

const coded = (answer: string): Error =>
  Object.assign(new Error(answer.slice(4)), { responseCode: Number(answer.slice(0, 3)) });

/** Where the List-Unsubscribe header of the first mail to them leads, as a mail program reads it. */
export function wayOutOf(mails: readonly SinkMail[], email: string): string {
  const mail = mails.find(({ to }) => to.includes(email));
  const unfolded = String(mail?.bytes).replace(/\r\n[ \t]/g, '');
  const url = /^List-Unsubscribe: *<(https:[^>]+)>/im.exec(unfolded)?.[1] ?? '';
  return new URL(url).pathname;
}
