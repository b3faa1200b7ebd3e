/**
 * A maildev of its own process: it parses each message, and must not slow down whoever drives the demo.
 * No outgoing host is configured, so nothing that comes in can ever leave again.
 */
import { MailDev } from 'maildev';

const { smtpPort, webPort, folder } = JSON.parse(process.argv[2]);

const maildev = new MailDev({
  smtp: smtpPort,
  ip: '127.0.0.1',
  web: webPort,
  webIp: '127.0.0.1',
  mailDirectory: folder,
  maxEmails: 0,
  silent: true,
});

async function stop() {
  await maildev.stop();
  process.exit(0);
}

process.once('disconnect', stop);
process.once('SIGTERM', stop);

await maildev.start();
process.send({ kind: 'ready' });
