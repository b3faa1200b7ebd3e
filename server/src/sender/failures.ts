import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Outcome, Stage } from '../domain/delivery/outcome';
import { outcomeOfLoss, outcomeOfReply } from '../domain/delivery/replies';
import type { Progress } from './body';

export type SmtpError = SMTPConnection.SMTPError;
export type Trouble = Extract<Outcome, { kind: 'trouble' }>;

/** What it means that no session came about: always trouble of the transport. */
export function troubleOfOpening(error: SmtpError, isUpgrading: boolean): Trouble {
  const stage = stageOfOpening(error, isUpgrading);
  const outcome = error.response
    ? outcomeOfReply(stage, error.response)
    : outcomeOfLoss(stage, error.code === 'EPROTOCOL' ? 'protocol' : 'unreachable');
  if (outcome.kind !== 'trouble') throw new Error(`${stage} came out as ${outcome.kind}`);
  return outcome;
}

export interface Sent {
  readonly error: SmtpError | null;
  /** The reply to the final dot, if there was no error. */
  readonly response: string;
  readonly progress: Progress;
  readonly to: string;
}

export function outcomeOfSending({ error, response, progress, to }: Sent): Outcome {
  // A relay that answers before it has our dot is out of step, whatever it says.
  if (!error)
    return progress === 'dotted' ? outcomeOfReply('dot', response, to) : outcomeOfLoss('data');
  const stage = stageOfSending(error, progress);
  const answer = error.rejectedErrors?.[0]?.response ?? error.response;
  return answer === undefined ? outcomeOfLoss(stage) : outcomeOfReply(stage, answer, to);
}

/** Lost before a word about this message was said: as a relay does that closes an idle connection. */
export const isLostUnused = (error: SmtpError | null, progress: Progress): boolean =>
  error !== null &&
  progress === 'waiting' &&
  error.response === undefined &&
  (error.code === 'ECONNECTION' || error.code === 'ESOCKET');

/** nodemailer's own refusal of what we asked: our bug. */
export const isRefusedByLibrary = (error: SmtpError | null): boolean =>
  error !== null && error.command === 'API' && error.code !== 'ECONNECTION';

function stageOfOpening(error: SmtpError, isUpgrading: boolean): Stage {
  const command = error.command ?? '';
  if (command.startsWith('AUTH') || error.code === 'EAUTH') return 'auth';
  if (command === 'EHLO' || command === 'HELO') return 'ehlo';
  if (isUpgrading || isOfTls(error)) return 'tls';
  return error.response || error.code === 'EPROTOCOL' ? 'greeting' : 'connect';
}

const isOfTls = ({ code, originalCode, timeoutType }: SmtpError): boolean =>
  code === 'ETLS' ||
  timeoutType === 'UPGRADE_TIMEOUT' ||
  /CERT|TLS|SSL|SELF_SIGNED|SIGNATURE|EPROTO$/.test(originalCode ?? '');

function stageOfSending({ command }: SmtpError, progress: Progress): Stage {
  if (progress === 'dotted') return 'dot';
  if (progress === 'begun' || command === 'DATA') return 'data';
  return command === 'MAIL FROM' ? 'mail' : 'rcpt';
}
