import type { Session } from '../../server/src/sender/session';
import { serve, type Tools } from '../../server/src/sender/serve';
import { anEd25519Key, anRsaKey, zoneOf } from '../support/dkim';
import { verifyDkim } from '../support/dkim-verifier';
import { aMessage, aTask, aTransport, SENDER_WORKER, startSender } from '../support/sending';
import { startSink } from '../support/smtp-sink';
import { type WireText, wireText } from '../../server/src/sender/wire-text';

jest.setTimeout(30_000);

it('signed messages arrive signed, each with its own reader’s bytes', async () => {
  const keys = [anRsaKey(), anEd25519Key()];
  const sink = await startSink();
  const transport = aTransport({ port: sink.port, connections: 3 });
  const sender = startSender([transport], SENDER_WORKER, keys);
  const messages = Array.from({ length: 60 }, (_, at) => aMessage(String(at + 1)));
  await sender.send(messages);
  await sender.close();
  await sink.close();

  expect(sink.mails).toHaveLength(60);
  for (const { bytes, to } of sink.mails) {
    expect(verifyDkim(bytes, zoneOf(...keys)).map(({ fault }) => fault)).toEqual([null, null]);
    expect(bytes.toString()).toContain(`\r\nTo: <${to.join()}>\r\n`);
  }
});

it.each([
  ['taken back', { takenBack: 'stopped' as const, late: false }, 'stopped'],
  ['late', { takenBack: null, late: true }, 'late'],
])('a message that is %s while it is signed has no envelope', async (_, then, because) => {
  let isLate = false;
  const task = aTask();
  const compose = async (): Promise<WireText> => {
    task.takenBack = then.takenBack;
    isLate = then.late;
    return wireText([]);
  };
  const delivered: unknown[] = [];
  const connection: Pick<Session, 'deliver'> = {
    deliver: async (mail) => {
      delivered.push(mail);
      return { kind: 'lost-unused' };
    },
  };
  const tools = { compose, isLate: () => isLate, now: () => 0, lived: () => 0 };
  const served = await serve(connection, task, tools as unknown as Tools, () => null);
  expect(served).toEqual({ kind: 'settled', outcome: { kind: 'not-begun', because } });
  expect(delivered).toEqual([]);
});
