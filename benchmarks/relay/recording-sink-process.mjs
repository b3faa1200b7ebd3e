/**
 * A relay that takes everything and writes down when it took it, and for which reader: a benchmark asks for
 * its own record, not for ours. As little of SMTP as a sender of ours speaks, so that it costs little.
 */
import { createServer } from 'node:net';

const READER = /^rcpt to:<reader(\d+)@/i;
const END = '\r\n.\r\n';
const HELLO = ['250-sink.example', '250-PIPELINING', '250 8BITMIME', ''].join('\r\n');

/** In step: when, in ms since 1970, and whose. */
const at = [];
const readers = [];

const server = createServer((socket) => {
  socket.setNoDelay(true);
  socket.setEncoding('latin1');
  // A sender that is killed leaves its connections half-way.
  socket.on('error', () => socket.destroy());
  const session = { read: '', inText: false, reader: 0 };
  socket.on('data', (chunk) => {
    session.read += chunk;
    const answers = answersTo(session);
    if (answers) socket.write(answers);
    if (session.isOver) socket.end();
  });
  socket.write('220 sink.example\r\n');
});

/** Whatever can be answered of what was read; the rest is kept. */
function answersTo(session) {
  let answers = '';
  for (let answer = next(session); answer !== null; answer = next(session)) answers += answer;
  return answers;
}

function next(session) {
  const end = session.inText ? END : '\r\n';
  const found = session.read.indexOf(end);
  if (found < 0) return null;
  const line = session.inText ? '' : session.read.slice(0, found);
  session.read = session.read.slice(found + end.length);
  return session.inText ? take(session) : answer(session, line);
}

/** Written down before it is said. */
function take(session) {
  session.inText = false;
  at.push(Date.now());
  readers.push(session.reader);
  return '250 2.0.0 taken\r\n';
}

function answer(session, line) {
  const verb = line.slice(0, 4).toUpperCase();
  if (verb === 'EHLO') return HELLO;
  if (verb === 'RCPT') session.reader = Number(READER.exec(line)?.[1] ?? 0);
  if (verb === 'QUIT') session.isOver = true;
  session.inText = verb === 'DATA';
  return session.inText ? '354 go on\r\n' : `${session.isOver ? 221 : 250} 2.0.0 ok\r\n`;
}

const ORDERS = {
  count: () => process.send({ kind: 'counted', count: at.length }),
  record: () => process.send({ kind: 'recorded', at, readers }),
};

process.on('message', ({ kind }) => ORDERS[kind]());
process.once('disconnect', () => process.exit(0));
process.once('SIGTERM', () => process.exit(0));

server.listen(0, '127.0.0.1', () => process.send({ kind: 'ready', port: server.address().port }));
