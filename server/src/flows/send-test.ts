import type { Asking } from '../domain/access/asking';
import { told } from '../domain/audit/entry';
import { newId } from '../domain/ids';
import type { LocaleMessage } from '../domain/messages/message';
import { formatDate } from '../domain/messages/mime/date';
import { sampleUnsubscribeUrl } from '../domain/messages/sample';
import { ok, refuse, type Result } from '../domain/result';
import type {
  AuditReader,
  AuditTrail,
  Chance,
  Clock,
  NotBegun,
  OutgoingMessage,
  SendingThread,
} from '../ports';
import type { Outcome } from '../domain/delivery/outcome';

export interface SendTestDeps {
  readonly thread: Pick<SendingThread, 'prepare' | 'send' | 'forget'>;
  /** Null: there is nothing to send with. */
  readonly transportId: string | null;
  readonly publicUrl: string;
  readonly audit: AuditTrail & AuditReader;
  readonly clock: Clock;
  readonly chance: Chance;
}

export interface TestMessage {
  readonly campaignId: string;
  /** Composed with `[TEST]` in its subject. */
  readonly message: LocaleMessage;
  readonly from: string;
  readonly domain: string;
  /** The caller's own address, as their session says it. */
  readonly to: string;
}

/** Tests of one person in a day: a test is no way to write to people. */
export const TESTS_A_DAY = 20;

const DAY_MS = 24 * 60 * 60 * 1000;
const PATIENCE_MS = 60_000;

export type TestRefusal = 'too-many-tests' | 'not-set-up' | 'test-not-accepted';

/** campaign → one message to the person who asked for it, and to nobody else. */
export const createSendTest =
  (deps: SendTestDeps) =>
  async (test: TestMessage, by: Asking): Promise<Result<{ leftToday: number }, TestRefusal>> => {
    if (deps.transportId === null) return refuse('not-set-up');
    if ((await countToday(deps, by)) >= TESTS_A_DAY) return refuse('too-many-tests');

    // Counted before it is sent, one that a relay refuses as well.
    const subject = { kind: 'campaign', id: test.campaignId };
    const at = deps.clock.now();
    await deps.audit.record(told(by, { act: 'campaign.test', result: 'done', subject, at }));
    // Again, with this one: of many at once all have been let in before the first was counted.
    const today = await countToday(deps, by);
    if (today > TESTS_A_DAY) return refuse('too-many-tests');
    const outcome = await sendOne(deps, deps.transportId, test);
    if (outcome?.kind !== 'accepted') return refuse('test-not-accepted');
    return ok({ leftToday: TESTS_A_DAY - today });
  };

const countToday = ({ audit, clock }: SendTestDeps, { person }: Asking): Promise<number> =>
  audit.countOf({ person, act: 'campaign.test', since: clock.now() - DAY_MS });

async function sendOne(
  { thread, publicUrl, clock, chance }: SendTestDeps,
  transportId: string,
  test: TestMessage,
): Promise<Outcome | NotBegun | null> {
  const id = `test-${newId(clock.now(), chance.bytes(10))}`;
  let outcome: Outcome | NotBegun | null = null;
  thread.prepare(id, test.message.mime);
  try {
    await thread.send({
      transportId,
      messages: [outgoingOf(id, test, { now: clock.now(), publicUrl })],
      beginBefore: clock.now() + PATIENCE_MS,
      onOutcomes: async ([settled]) => {
        outcome = settled?.outcome ?? outcome;
      },
    });
  } finally {
    thread.forget(id);
  }
  return outcome;
}

const outgoingOf = (
  id: string,
  { from, domain, to }: TestMessage,
  { now, publicUrl }: { readonly now: number; readonly publicUrl: string },
): OutgoingMessage => ({
  deliveryId: id,
  editionKey: id,
  to,
  envelopeFrom: from,
  values: {
    to,
    date: formatDate(now),
    'message-id': `cs.${id}@${domain}`,
    'unsubscribe-url': sampleUnsubscribeUrl(publicUrl),
  },
});
