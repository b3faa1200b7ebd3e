/**
 * A relay that lives on when the sender is killed: it remembers, before it says 250, who each message was
 * for. It takes its time over each, so that there is a moment to be killed in.
 */
import { setTimeout as pause } from 'node:timers/promises';

import { SMTPServer } from 'smtp-server';

import { deliveryOf } from './message-id.mjs';
import { closesAfter, MISBEHAVIOURS, replyOf } from './sink-answers.mjs';

const { delayMs } = JSON.parse(process.argv[2]);

const MESSAGE_ID = /^message-id:\s*(<[^>]*>)/im;
const LEAVE = /^list-unsubscribe:\s*(?:<mailto:[^>]*>,\s*)?<(https?:[^>]*)>/im;

let accepted = [];
/** Of all messages ever accepted: delivery id → the link that unsubscribes. */
const links = {};
/** What the next dots are answered, for as long as there are any. */
let answers = [];

const server = new SMTPServer({
  disabledCommands: ['STARTTLS', 'AUTH'],
  disableReverseLookup: true,
  authOptional: true,
  onData: (stream, session, done) => {
    const answer = answers.shift();
    if (answer === 'RST at DATA') return MISBEHAVIOURS[answer](socketOf(session));
    const chunks = [];
    stream.on('data', (chunk) => {
      chunks.push(chunk);
      if (answer === 'RST in DATA') MISBEHAVIOURS[answer](socketOf(session));
    });
    stream.on('end', () => void dot(Buffer.concat(chunks), session, { answer, done }));
  },
});
// A sender that is killed leaves its connections half-way.
server.on('error', () => undefined);

const socketOf = ({ id }) => [...server.connections].find((each) => each.session.id === id)._socket;

async function dot(bytes, session, { answer, done }) {
  await pause(delayMs);
  if (!answer) {
    take(bytes, session);
    return done();
  }
  const misbehave = MISBEHAVIOURS[answer];
  if (misbehave) return misbehave(socketOf(session));
  const socket = socketOf(session);
  done(replyOf(answer));
  if (closesAfter(answer)) socket.end();
}

function take(bytes, session) {
  // Folded header lines are one line (RFC 5322 § 2.2.3).
  const text = bytes.toString('latin1').replaceAll(/\r\n[ \t]+/g, ' ');
  const [, messageId] = MESSAGE_ID.exec(text) ?? [];
  const [, link] = LEAVE.exec(text) ?? [];
  accepted.push({ to: session.envelope.rcptTo.map(({ address }) => address), messageId });
  if (link) links[deliveryOf(messageId)] = link;
}

const orders = {
  answer: (message) => (answers = message.answers),
  count: () => process.send({ kind: 'counted', count: accepted.length }),
  links: () => process.send({ kind: 'linked', links }),
  empty: () => {
    process.send({ kind: 'taken', accepted });
    accepted = [];
    answers = [];
  },
};

process.on('message', (message) => orders[message.kind](message));
process.once('disconnect', () => process.exit(0));
process.once('SIGTERM', () => process.exit(0));

server.listen(0, '127.0.0.1', () =>
  process.send({ kind: 'ready', port: server.server.address().port }),
);
