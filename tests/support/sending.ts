import type { Task } from '../../server/src/sender/serve';
import { randomBytes } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSendingThread } from '../../server/src/adapters/mail/sending-thread';
import type { DkimKey } from '../../server/src/domain/messages/dkim/key';
import type { MimePiece } from '../../server/src/domain/messages/message';
import type {
  Log,
  OutgoingMessage,
  SendingThread,
  SendOrder,
  Settled,
  TransportSettings,
} from '../../server/src/ports';

/** The sending thread as it is sent out, compiled as it is required. */
export const SENDER_WORKER = join(__dirname, 'sender-worker.cjs');

export const EDITION = 'edition:en';

export const MIME: readonly MimePiece[] = [
  'From: News <news@example.com>\r\nTo: <',
  { slot: 'to', as: 'raw' },
  '>\r\nMessage-ID: <',
  { slot: 'message-id', as: 'raw' },
  '>\r\nSubject: Hello\r\n\r\nDear reader,\r\n.\r\n..two dots\r\nBye.\r\n',
];

export const aTransport = (change: Partial<TransportSettings> = {}): TransportSettings => ({
  id: 'relay',
  host: '127.0.0.1',
  port: 0,
  secure: 'none',
  connections: 2,
  messagesPerConnection: 100,
  name: 'news.example.com',
  ...change,
});

export const aMessage = (
  deliveryId: string,
  change: Partial<OutgoingMessage> = {},
): OutgoingMessage => {
  const to = change.to ?? `reader${deliveryId}@example.com`;
  return {
    deliveryId,
    editionKey: EDITION,
    envelopeFrom: `b-${deliveryId}-k1-0@bounce.example.com`,
    values: { to, 'message-id': `cs.${deliveryId}@example.com` },
    ...change,
    to,
  };
};

/** A sending thread, its journals in a folder of its own, and all that it reported. */
export interface TestSender {
  readonly thread: SendingThread;
  readonly journalDirectory: string;
  /** Everything reported, in order. */
  readonly reported: Settled[];
  /** What was logged as a bug. */
  readonly errors: unknown[];
  send(messages: readonly OutgoingMessage[], change?: Partial<SendOrder>): Promise<void>;
  /** Resolves when this holds; looked at whenever something was reported. */
  until(holds: () => boolean): Promise<void>;
  /** Such as `accepted 250` or `rejected: too-big 552`; shows if there was more than one. */
  outcomeOf(deliveryId: string): string;
  close(): Promise<void>;
}

/** @param transports `send` uses the first, unless told otherwise */
export function startSender(
  transports: readonly TransportSettings[],
  workerPath = SENDER_WORKER,
  dkim: readonly DkimKey[] = [],
): TestSender {
  const journalDirectory = mkdtempSync(join(tmpdir(), 'countersign-journal-'));
  const errors: unknown[] = [];
  const owner = randomBytes(8).toString('hex');
  const thread = createSendingThread({
    workerPath,
    transports,
    dkim,
    journalDirectory,
    owner,
    log: logInto(errors),
  });
  thread.prepare(EDITION, MIME);
  const reported: Settled[] = [];
  const news = new EventEmitter();
  const onOutcomes = async (group: readonly Settled[]): Promise<void> => {
    reported.push(...group);
    news.emit('news');
  };

  return {
    thread,
    journalDirectory,
    reported,
    errors,
    send: (messages, change) =>
      thread.send({
        transportId: transports[0]?.id ?? '',
        messages,
        beginBefore: Date.now() + 60_000,
        enough: transports[0]?.connections ?? 1,
        onOutcomes,
        ...change,
      }),
    until: async (holds) => {
      while (!holds()) await once(news, 'news');
    },
    outcomeOf: (deliveryId) =>
      nameOf(reported.filter((settled) => settled.deliveryId === deliveryId)),
    close: async () => {
      await thread.close(1_000);
      rmSync(journalDirectory, { recursive: true, force: true });
    },
  };
}

const nameOf = (settled: readonly Settled[]): string =>
  settled
    .map(({ outcome }) => {
      const because = 'because' in outcome ? `: ${outcome.because}` : '';
      const code = 'reply' in outcome && outcome.reply ? ` ${outcome.reply.code}` : '';
      return `${outcome.kind}${because}${code}`;
    })
    .join(', ') || 'nothing';

const logInto = (errors: unknown[]): Log => ({
  info: () => undefined,
  warn: () => undefined,
  error: (_event, error) => void errors.push(error),
});

/** A message on its way through the thread, alone in its order. */
export const aTask = (): Task => ({
  order: 1,
  message: aMessage('1'),
  deadline: { wall: 0, monotonic: 0 },
  since: 0,
  takenBack: null,
  text: null,
});
