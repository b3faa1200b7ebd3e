import type { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Outcome } from '../domain/delivery/outcome';
import type { TransportReport, TransportSettings } from '../ports/sending';
import { Body, type Gate, type Progress } from './body';
import { connectOptions, loginOptions } from './connect-options';
import { Scratch } from './scratch';
import {
  isLostUnused,
  isRefusedByLibrary,
  outcomeOfSending,
  troubleOfOpening,
  type SmtpError,
  type Trouble,
} from './failures';

export interface Mail {
  readonly from: string;
  readonly to: string;
  /** In wire form, see `wireForm`. */
  readonly text: string;
}

export type Delivered =
  | { readonly kind: 'answered'; readonly outcome: Outcome; readonly progress: Progress }
  /** Cut before the dot, by the gate or by `abandon`. */
  | { readonly kind: 'abandoned'; readonly error: unknown }
  /** The connection was gone before a word about this message was said. */
  | { readonly kind: 'lost-unused' };

/** One session with a relay. One message at a time. */
export interface Connection {
  readonly report: TransportReport;
  /** Messages it was asked to deliver. */
  readonly served: number;
  isAlive(): boolean;
  /** Rejects if nodemailer would not have it: a bug. */
  deliver(mail: Mail, gate: Gate): Promise<Delivered>;
  /** Cuts off what is in hand if it has come no further than this. Never after the dot. */
  abandon(furthest: 'waiting' | 'begun'): void;
  quit(): void;
}

export type Opened =
  | { readonly ok: true; readonly connection: Connection }
  | { readonly ok: false; readonly trouble: Trouble };

/** Connects, encrypts and signs in as the transport says. */
export async function openConnection(transport: TransportSettings): Promise<Opened> {
  const smtp = new SMTPConnection(connectOptions(transport));
  // Once open, a lost connection is told by the message it interrupts, or by isAlive().
  smtp.on('error', () => undefined);
  const connectError = await connect(smtp);
  if (connectError) return refused(smtp, connectError);
  if (transport.auth) {
    if (!smtp.allowsAuth)
      return refused(smtp, Object.assign(new Error('no AUTH'), { code: 'EAUTH' }));
    const loginError = await login(smtp, loginOptions(transport.auth));
    if (loginError) return refused(smtp, loginError);
  }
  return { ok: true, connection: createConnection(smtp) };
}

function refused(smtp: SMTPConnection, error: SmtpError): Opened {
  const trouble = troubleOfOpening(error, smtp.upgrading === true);
  smtp.close();
  return { ok: false, trouble };
}

function connect(smtp: SMTPConnection): Promise<SmtpError | null> {
  return new Promise((resolve) => {
    smtp.once('error', resolve);
    smtp.connect((error) => {
      smtp.removeListener('error', resolve);
      resolve(error ?? null);
    });
  });
}

function login(
  smtp: SMTPConnection,
  auth: SMTPConnection.AuthenticationType,
): Promise<SmtpError | null> {
  return new Promise((resolve) => {
    // Lost while signing in: only the event tells, the callback never comes.
    const onLoss = (error: SmtpError): void => resolve(Object.assign(error, { command: 'AUTH' }));
    smtp.once('error', onLoss);
    smtp.login(auth, (error) => {
      smtp.removeListener('error', onLoss);
      resolve(error);
    });
  });
}

function createConnection(smtp: SMTPConnection): Connection {
  let served = 0;
  const scratch = new Scratch();
  let inHand: { body: Body; abandon: (error: unknown) => void } | null = null;

  const deliver = (mail: Mail, gate: Gate): Promise<Delivered> => {
    const isReused = served > 0;
    served += 1;
    return new Promise((resolve, reject) => {
      const abandon = (error: unknown): void => {
        body.end();
        smtp.close();
        resolve({ kind: 'abandoned', error });
      };
      const body = new Body(scratch.write(mail.text, hasWrittenAll(smtp)), gate, abandon);
      inHand = { body, abandon };
      smtp.send({ from: mail.from, to: [mail.to] }, pipedBy(body, smtp), (error, info) => {
        inHand = null;
        body.end();
        const { progress } = body;
        if (progress === 'waiting' && isRefusedByLibrary(error)) return reject(error);
        if (isReused && isLostUnused(error, progress)) return resolve({ kind: 'lost-unused' });
        const response = error ? '' : info.response;
        const outcome = outcomeOfSending({ error, response, progress, to: mail.to });
        void tidy(smtp, outcome, progress).then(() =>
          resolve({ kind: 'answered', outcome, progress }),
        );
      });
    });
  };

  return {
    get served() {
      return served;
    },
    report: { encrypted: smtp.secure, authenticated: smtp.authenticated },
    isAlive: () => !smtp.destroyed,
    deliver,
    abandon: (furthest) => {
      const progress = inHand?.body.progress;
      if (progress === 'waiting' || progress === furthest) inHand?.abandon(null);
    },
    quit: () => smtp.quit(),
  };
}

/** A relay may answer before it has taken all: then some of it still waits in the socket. */
const hasWrittenAll = ({ _socket: socket }: SMTPConnection): boolean =>
  socket !== false && socket?.writableLength === 0;

/** All that nodemailer asks of a message: to be piped, once the relay has said 354. */
const pipedBy = (body: Body, smtp: SMTPConnection): Readable =>
  ({
    pipe: (stream: Readable) => smtp._socket && body.pipe(stream, smtp._socket),
  }) as unknown as Readable;

/** Leaves the session fit for the next message, or ends it if it is out of step. */
async function tidy(smtp: SMTPConnection, outcome: Outcome, progress: Progress): Promise<void> {
  if (smtp.destroyed || outcome.kind === 'accepted') return;
  const isInStep = 'reply' in outcome && outcome.reply !== null && progress !== 'begun';
  if (!isInStep) return smtp.close();
  if (progress === 'waiting') await reset(smtp);
}

function reset(smtp: SMTPConnection): Promise<void> {
  return new Promise((resolve) => {
    smtp.once('end', resolve);
    smtp.reset((error) => {
      smtp.removeListener('end', resolve);
      if (error) smtp.close();
      resolve();
    });
  });
}
