// A process that sends ten messages over two connections, and is killed while it does:
// `killed-sender.cjs <port> <journal directory> <owner>`.
require('./typescript.cjs');
const { createJournals } = require('../../server/src/adapters/mail/journals.ts');
const { createSendingThread } = require('../../server/src/adapters/mail/sending-thread.ts');
const { aMessage, aTransport, EDITION, MIME, SENDER_WORKER } = require('./sending.ts');

const [port, journalDirectory, owner] = process.argv.slice(2);
const log = { info() {}, warn() {}, error: console.error };
const transports = [aTransport({ port: Number(port) })];
createJournals(journalDirectory).begin(owner);
const thread = createSendingThread({
  workerPath: SENDER_WORKER,
  transports,
  journalDirectory,
  owner,
  log,
});
thread.prepare(EDITION, MIME);
thread.send({
  transportId: 'relay',
  messages: Array.from({ length: 10 }, (_, at) => aMessage(String(at + 1))),
  beginBefore: Date.now() + 60_000,
  onOutcomes: async (group) => process.stdout.write(`${group.length}\n`),
});
