import type { Asking } from '../domain/access/asking';
import { told } from '../domain/audit/entry';
import type { LocaleMessage } from '../domain/messages/message';
import { ok, refuse, type Result } from '../domain/result';
import type { AuditReader, AuditTrail, Clock, OneMessage } from '../ports';

/** Why a link was asked for, or why there is none. */
export type LinkRefusal =
  | 'address-not-confirmed'
  | 'too-many-links'
  | 'link-not-accepted'
  | 'not-in-person'
  | 'not-set-up';

export interface SendTestDeps {
  /** Null: there is nothing to send with. */
  readonly mail: OneMessage | null;
  /** The address this person's account has now, if its owner confirmed it. */
  confirmedAddress(person: string): Promise<string | null>;
  /** The way to one; always a refusal of what was asked for. */
  sendLink(by: Asking): Promise<LinkRefusal>;
  readonly audit: AuditTrail & AuditReader;
  readonly clock: Clock;
}

export interface TestMessage {
  readonly campaignId: string;
  /** Composed with `[TEST]` in its subject. */
  readonly message: LocaleMessage;
  readonly from: string;
  readonly domain: string;
}

/** Tests of one person in a day: a test is no way to write to people. */
export const TESTS_A_DAY = 20;

const DAY_MS = 24 * 60 * 60 * 1000;

export type TestRefusal = LinkRefusal | 'too-many-tests' | 'test-not-accepted';

/** campaign → one message to the person who asked for it, and to nobody else. */
export const createSendTest =
  (deps: SendTestDeps) =>
  async (test: TestMessage, by: Asking): Promise<Result<{ leftToday: number }, TestRefusal>> => {
    if (deps.mail === null) return refuse('not-set-up');
    const to = await deps.confirmedAddress(by.person);
    if (to === null) return refuse(await deps.sendLink(by));
    if ((await countToday(deps, by)) >= TESTS_A_DAY) return refuse('too-many-tests');

    // Counted before it is sent, one that a relay refuses as well.
    const subject = { kind: 'campaign', id: test.campaignId };
    const at = deps.clock.now();
    await deps.audit.record(told(by, { act: 'campaign.test', result: 'done', subject, at }));
    // Again, with this one: of many at once all have been let in before the first was counted.
    const today = await countToday(deps, by);
    if (today > TESTS_A_DAY) return refuse('too-many-tests');
    const { from, domain, message } = test;
    const isAccepted = await deps.mail.send({ from, domain, to, mime: message.mime });
    return isAccepted ? ok({ leftToday: TESTS_A_DAY - today }) : refuse('test-not-accepted');
  };

const countToday = ({ audit, clock }: SendTestDeps, { person }: Asking): Promise<number> =>
  audit.countOf({ person, act: 'campaign.test', since: clock.now() - DAY_MS });
