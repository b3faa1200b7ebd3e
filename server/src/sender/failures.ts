import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Outcome, Stage } from '../domain/delivery/outcome';
import { outcomeOfLoss, outcomeOfReply } from '../domain/delivery/replies';

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
