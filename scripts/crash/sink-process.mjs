/**
 * A relay that lives on when the sender is killed: it remembers, before it says 250, who each message was
 * for. It takes its time over each, so that there is a moment to be killed in.
 */
import { setTimeout as pause } from 'node:timers/promises';

import { SMTPServer } from 'smtp-server';

const { delayMs } = JSON.parse(process.argv[2]);

const MESSAGE_ID = /^message-id:\s*(<[^>]*>)/im;

let accepted = [];
/** What the next dots are answered, for as long as there are any. */
let answers = [];

const server = new SMTPServer({
  disabledCommands: ['STARTTLS', 'AUTH'],
  disableReverseLookup: true,
  authOptional: true,
  onData: (stream, session, done) => {
    const chunks = [];
    stream.on('data', (chunk) => chunks.push(chunk));
    stream.on('end', () => void take(Buffer.concat(chunks), session).then(done, done));
  },
});
// A sender that is killed leaves its connections half-way.
server.on('error', () => undefined);

async function take(bytes, session) {
  await pause(delayMs);
  const answer = answers.shift();
  if (answer)
    throw Object.assign(new Error(answer.slice(4)), { responseCode: parseInt(answer, 10) });
  const [, messageId] = MESSAGE_ID.exec(bytes.toString('latin1')) ?? [];
  accepted.push({ to: session.envelope.rcptTo.map(({ address }) => address), messageId });
}

const orders = {
  answer: (message) => (answers = message.answers),
  empty: () => {
    process.send({ kind: 'taken', accepted });
    accepted = [];
  },
};

process.on('message', (message) => orders[message.kind](message));
process.once('disconnect', () => process.exit(0));
process.once('SIGTERM', () => process.exit(0));

server.listen(0, '127.0.0.1', () =>
  process.send({ kind: 'ready', port: server.server.address().port }),
);
