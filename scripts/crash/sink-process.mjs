/**
 * A relay that lives on when the sender is killed: it remembers, before it says 250, who each message was
 * for. It takes its time over each, so that there is a moment to be killed in.
 */
import { setTimeout as pause } from 'node:timers/promises';

import { SMTPServer } from 'smtp-server';

import { CERTIFICATES } from './certificates.mjs';
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

/** Whom to tell of the next message that comes to this stage, and what goes on when that one may. */
let caught = null;
let goOn = () => undefined;

const reach = (stage, on) => {
  if (caught?.stage !== stage || (caught.left -= 1) > 0) return on();
  caught = null;
  goOn = on;
  process.send({ kind: 'caught' });
};

const onMailFrom = (_address, _session, done) => reach('MAIL', done);

const onData = (stream, session, done) => {
  const answer = answers.shift();
  if (answer === 'RST at DATA') return MISBEHAVIOURS[answer](socketOf(session));
  const chunks = [];
  stream.on('data', (chunk) => {
    chunks.push(chunk);
    if (answer === 'RST in DATA') MISBEHAVIOURS[answer](socketOf(session));
  });
  const end = () => void dot(Buffer.concat(chunks), session, { answer, done });
  stream.on('end', () => reach('dot', end));
  reach('DATA', () => undefined);
};

const MANNERS = { disableReverseLookup: true, authOptional: true, onMailFrom, onData };
const plain = new SMTPServer({ ...MANNERS, disabledCommands: ['STARTTLS', 'AUTH'] });
const secure = new SMTPServer({
  ...MANNERS,
  ...CERTIFICATES.valid,
  disabledCommands: ['AUTH'],
});
const servers = [plain, secure];
// A sender that is killed leaves its connections half-way.
for (const server of servers) server.on('error', () => undefined);

const socketOf = ({ id }) =>
  servers.flatMap(({ connections }) => [...connections]).find((each) => each.session.id === id)
    ._socket;

async function dot(bytes, session, { answer, done }) {
  await pause(delayMs);
  if (!answer) {
    take(bytes, session);
    done();
    return reach('250', () => undefined);
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
  /** A message that comes to this stage is kept there; which one, `left` says. */
  catch: ({ stage, left }) => (caught = { stage, left }),
  'go-on': () => goOn(),
  certify: (message) => secure.updateSecureContext(CERTIFICATES[message.certificate]),
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

const listen = (server) =>
  new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve(server.server.address().port)),
  );

const [port, securePort] = await Promise.all(servers.map(listen));
process.send({ kind: 'ready', port, securePort });
