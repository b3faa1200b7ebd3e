// The sending thread with a weak spot: it dies when it is told to forget the edition `crash`.
const { parentPort } = require('node:worker_threads');

require('./sender-worker.cjs');

parentPort.on('message', (request) => {
  const { kind, editionKey } = JSON.parse(request);
  if (kind === 'forget' && editionKey === 'crash') throw new Error('planted');
});
