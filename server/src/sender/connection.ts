import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { TransportSettings } from '../ports/sending';
import { connectOptions, loginOptions } from './connect-options';
import { troubleOfOpening, type SmtpError, type Trouble } from './failures';
import { Session } from './session';

export type Opened =
  | { readonly ok: true; readonly connection: Session }
  | { readonly ok: false; readonly trouble: Trouble };

/** Connects, encrypts and signs in as the transport says. */
export async function openConnection(transport: TransportSettings): Promise<Opened> {
  const smtp = new SMTPConnection(connectOptions(transport));
  // Once open, a lost connection is told by the message it interrupts, or by isAlive().
  smtp.on('error', () => undefined);
  const connectError = await connect(smtp);
  if (connectError) return refused(smtp, connectError);
  const pipelines = offersPipelining(smtp);
  if (transport.auth) {
    if (!smtp.allowsAuth)
      return refused(smtp, Object.assign(new Error('no AUTH'), { code: 'EAUTH' }));
    const loginError = await login(smtp, loginOptions(transport.auth));
    if (loginError) return refused(smtp, loginError);
  }
  return { ok: true, connection: new Session(smtp, pipelines) };
}

/** What EHLO was answered: after a login it is no longer the last that was said. */
const offersPipelining = ({ lastServerResponse: said }: SMTPConnection): boolean =>
  said !== false && /^250[ -]PIPELINING\b/im.test(said);

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
