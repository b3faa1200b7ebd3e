import { parentPort, workerData } from 'node:worker_threads';
import type { ThreadRequest, ThreadSettings } from '../ports/sending-protocol';
import { Sender } from './thread';

/** After the good-bye: a relay that does not answer QUIT keeps nobody waiting. */
const LINGER_MS = 1_000;

const port = parentPort;
if (!port) throw new Error('this file is the sending thread: start it as a worker');

const settings: ThreadSettings = workerData;
const sender = new Sender(settings, (report) => port.postMessage(JSON.stringify(report)));

port.on('message', (text: string) => {
  const request: ThreadRequest = JSON.parse(text);
  void sender.take(request).then(() => {
    if (request.kind !== 'close') return;
    port.close();
    setTimeout(() => process.exit(0), LINGER_MS).unref();
  });
});
