import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import XOAuth2 from 'nodemailer/lib/xoauth2';
import type { TransportAuth, TransportSettings } from '../ports/sending';

/** In ms, where the site owner says nothing; RFC 5321 §4.5.3.2 for the reply to the final dot. */
const CONNECT_MS = 60_000;
const GREETING_MS = 60_000;
const REPLY_MS = 600_000;
const CLOSE_MS = 1_000;

export function connectOptions(transport: TransportSettings): SMTPConnection.Options {
  const { host, port, secure, name, tls = {}, timeouts = {} } = transport;
  return {
    host,
    port,
    name,
    secure: secure === 'tls',
    requireTLS: secure === 'starttls',
    ignoreTLS: secure === 'none',
    tls: { minVersion: 'TLSv1.2', ...tls },
    connectionTimeout: timeouts.connect ?? CONNECT_MS,
    greetingTimeout: timeouts.greeting ?? GREETING_MS,
    socketTimeout: timeouts.reply ?? REPLY_MS,
    socketCloseTimeout: CLOSE_MS,
  };
}

/** A new one for each login: nodemailer writes into it. */
export const loginOptions = ({
  user,
  pass,
  accessToken,
}: TransportAuth): SMTPConnection.AuthenticationType =>
  accessToken === undefined
    ? { user, pass: pass ?? '' }
    : { user, oauth2: new XOAuth2({ user, accessToken }) };
