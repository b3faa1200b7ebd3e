import fc from 'fast-check';
import type { Outcome, Stage } from '../../../server/src/domain/delivery/outcome';
import {
  isGreylisting,
  outcomeOfLoss,
  outcomeOfReply,
  rowOf,
  suppresses,
} from '../../../server/src/domain/delivery/replies';
import { readReply } from '../../../server/src/domain/delivery/read-reply';
import { REPLY_TABLE } from '../../../server/src/domain/delivery/reply-table';

type Row = readonly [stage: Stage, answer: string, outcome: string];

const named = (outcome: Outcome): string =>
  'because' in outcome ? `${outcome.kind}: ${outcome.because}` : outcome.kind;

const BEFORE_MAIL: Row[] = [
  ['greeting', '554 no SMTP service here', 'trouble: unreachable'],
  ['greeting', '421 4.3.2 too many connections', 'trouble: unreachable'],
  ['greeting', '554 5.7.1 blocked using zen.spamhaus.org', 'trouble: reputation'],
  ['greeting', 'HTTP/1.1 400 Bad Request', 'trouble: protocol'],
  ['ehlo', '550 who are you', 'trouble: protocol'],
  ['tls', '454 4.7.0 TLS not available', 'trouble: tls'],
  ['auth', '535 5.7.8 authentication credentials invalid', 'trouble: auth'],
  ['auth', '454 4.7.0 temporary authentication failure', 'trouble: auth'],
];

const AT_MAIL: Row[] = [
  ['mail', '451 4.3.0 try later', 'deferred'],
  ['mail', '421 4.7.0 too many messages', 'deferred'],
  ['mail', '530 5.7.0 Authentication required', 'trouble: auth'],
  ['mail', '530 5.7.0 Must issue a STARTTLS command first', 'trouble: tls'],
  ['mail', '550 5.1.8 Sender address rejected: Domain not found', 'trouble: sender-refused'],
  ['mail', '553 sorry, that domain is not in my list', 'trouble: sender-refused'],
  ['mail', '550 5.1.1 User unknown', 'trouble: sender-refused'],
  ['mail', '554 5.7.1 Service unavailable; blocked using dnsbl.example', 'trouble: reputation'],
  ['mail', '550 5.7.60 Client does not have permissions to send as this', 'trouble: policy'],
  ['mail', '552 5.3.4 message size exceeds fixed limit', 'rejected: too-big'],
  ['mail', '503 5.5.1 nested MAIL command', 'trouble: protocol'],
];

const DEFERRED: Row[] = [
  ['rcpt', '450 4.2.0 Greylisted, see http://example.com', 'deferred'],
  ['rcpt', '450 4.1.1 Recipient address rejected: unverified address', 'deferred'],
  ['rcpt', '452 4.2.2 mailbox full', 'deferred'],
  ['rcpt', '450 5.1.1 no such user', 'deferred'],
  ['rcpt', '421 4.7.28 Our system has detected an unusual rate', 'deferred'],
  ['data', '451 4.3.5 server configuration problem', 'deferred'],
  ['dot', '451 4.7.1 try again later', 'deferred'],
  ['dot', '421 4.4.2 closing', 'deferred'],
];

const REJECTED: Row[] = [
  ['rcpt', '550 5.1.1 <tom@example.com>: User unknown', 'rejected: no-such-mailbox'],
  [
    'rcpt',
    '550-5.1.1 The email account that you tried to reach\n550 5.1.1 does not exist.',
    'rejected: no-such-mailbox',
  ],
  ['rcpt', '553 5.1.3 bad destination mailbox address syntax', 'rejected: no-such-mailbox'],
  ['rcpt', '551 5.1.6 mailbox has moved', 'rejected: no-such-mailbox'],
  ['rcpt', '550 5.1.10 RESOLVER.ADR.RecipientNotFound', 'rejected: no-such-mailbox'],
  ['rcpt', '556 domain does not accept mail', 'rejected: no-such-mailbox'],
  ['rcpt', '550 4.1.1 user unknown', 'rejected: no-such-mailbox'],
  ['rcpt', '550 No such user here', 'rejected: no-such-mailbox'],
  ['rcpt', '550 tom@example.com... No such user', 'rejected: no-such-mailbox'],
  ['rcpt', '550 Unknown user tom@example.com', 'rejected: no-such-mailbox'],
  [
    'rcpt',
    "554 delivery error: dd This user doesn't have a yahoo.com account",
    'rejected: no-such-mailbox',
  ],
  ['dot', '550 Unknown user tom@example.net', 'rejected: refused'],
  ['dot', '550 5.1.1 User unknown', 'rejected: no-such-mailbox'],
  ['rcpt', '550 5.2.1 <tom@example.jp>... User Unknown', 'rejected: mailbox-disabled'],
  ['rcpt', '550 5.2.1 The user is receiving mail at a rate that', 'rejected: refused'],
  ['rcpt', '550 5.2.1 mailbox disabled', 'rejected: mailbox-disabled'],
  ['rcpt', '525 5.7.13 user account disabled', 'rejected: mailbox-disabled'],
  ['rcpt', '550 Mailbox is frozen. See http://mail.example/err', 'rejected: mailbox-disabled'],
  ['rcpt', '552 5.2.2 Over quota', 'rejected: mailbox-full'],
  ['rcpt', '550 4.2.2 full', 'rejected: mailbox-full'],
  ['dot', '552 mailbox full', 'rejected: mailbox-full'],
  ['dot', '552 5.2.3 Message length exceeds limit set by recipient', 'rejected: too-big'],
  ['dot', '552 5.3.4 message too big', 'rejected: too-big'],
  ['dot', '552 Message size exceeds maximum', 'rejected: too-big'],
  ['dot', '554 5.6.0 malformed header', 'rejected: content'],
  ['rcpt', '550 5.6.7 needs SMTPUTF8', 'rejected: refused'],
  ['rcpt', '550 5.1.2 bad destination system', 'rejected: refused'],
  ['rcpt', '550 5.4.4 Invalid domain', 'rejected: refused'],
  ['rcpt', '550 Requested action not taken: mailbox unavailable', 'rejected: refused'],
  ['data', '554 no valid recipients', 'rejected: refused'],
  ['rcpt', '550 5.7.1 550 User Unknown: tom', 'rejected: refused'],
  ['rcpt', '550 5.7.1 You are not authorized to send to this group', 'rejected: refused'],
  ['rcpt', '550 5.7.17 mailbox owner has changed', 'rejected: refused'],
];

const OURS: Row[] = [
  ['rcpt', '450 4.1.8 Sender address rejected: Domain not found', 'deferred'],
  ['rcpt', '550 5.1.0 Sender address rejected: User unknown in table', 'trouble: sender-refused'],
  ['rcpt', '550 5.1.1 rejected, your host is listed in dnsbl.example', 'trouble: reputation'],
  ['rcpt', '554 5.7.1 <tom@example.com>: Relay access denied', 'trouble: policy'],
  ['rcpt', '550 relaying denied', 'trouble: policy'],
  ['rcpt', '421 4.7.27 SPF did not pass', 'trouble: policy'],
  [
    'dot',
    '550-5.7.26 Unauthenticated email from example.org is\n550 5.7.26 not accepted',
    'trouble: policy',
  ],
  [
    'dot',
    '550-5.7.25 The IP address sending this message has no PTR\n550 5.7.25 record',
    'trouble: policy',
  ],
  ['dot', '550 5.7.515 Access denied, sending domain does not meet', 'trouble: policy'],
  ['dot', '550 5.7.509 Access denied, sending domain does not pass DMARC', 'trouble: policy'],
  ['dot', '554 5.7.9 Message not accepted for policy reasons', 'trouble: policy'],
  ['dot', '550 5.7.0 Local Policy Violation', 'trouble: policy'],
  ['dot', '550 DMARC check failed.', 'trouble: policy'],
  ['dot', '554 email rejected due to security policies', 'trouble: policy'],
  [
    'rcpt',
    '521-5.7.1 Service unavailable; client [203.0.113.225] blocked using\n521 5.7.1 dnsbl.example',
    'trouble: reputation',
  ],
  ['rcpt', '550 Ip frequency limited', 'trouble: reputation'],
  ['dot', '550 5.7.1 Message content rejected, UBE, id=1', 'trouble: reputation'],
  ['dot', '554 rejected due to spam classification', 'trouble: reputation'],
  ['rcpt', '550 5.7.606 Access denied, banned sending IP', 'trouble: reputation'],
  ['rcpt', '503 5.5.1 bad sequence of commands', 'trouble: protocol'],
  ['rcpt', '530 5.7.1 client was not authenticated', 'trouble: auth'],
  ['rcpt', '550 5.7.8 authentication failed', 'trouble: auth'],
];

const BEFORE_THE_DOT: Row = ['data', '250 fine', 'deferred'];
const AFTER_THE_DOT: Row[] = [
  ['dot', '250 2.0.0 Ok: queued as 4XyZ', 'accepted'],
  ['dot', '250', 'accepted'],
  ['dot', '354 go ahead', 'uncertain'],
  ['dot', 'OK then', 'uncertain'],
  ['dot', '25', 'uncertain'],
  ['dot', '650 nonsense', 'uncertain'],
];

describe("a relay's answer", () => {
  it.each([...BEFORE_MAIL, ...AT_MAIL, ...DEFERRED, ...REJECTED, ...OURS, ...AFTER_THE_DOT])(
    'at %s, "%s", is %s',
    (stage, answer, outcome) => {
      expect(named(outcomeOfReply(stage, answer))).toBe(outcome);
    },
  );

  it('is tried above on each row of the table', () => {
    const answers: Row[] = [
      ...BEFORE_MAIL,
      ...AT_MAIL,
      ...DEFERRED,
      ...REJECTED,
      ...OURS,
      BEFORE_THE_DOT,
    ];
    const reached = answers
      .map(([stage, answer]) => readReply(stage, answer))
      .filter((reply) => reply !== null);
    const missed = REPLY_TABLE.filter((row) => !reached.some((reply) => rowOf(reply) === row));
    expect(missed).toEqual([]);
  });

  it('is never accepted before the dot', () => {
    expect(outcomeOfReply('data', '250 fine').kind).toBe('deferred');
  });

  it('is kept without the address it names', () => {
    const outcome = outcomeOfReply(
      'rcpt',
      '550 5.1.1 <tom@example.com> tom unknown',
      'Tom@example.com',
    );
    expect(outcome).toEqual({
      kind: 'rejected',
      because: 'no-such-mailbox',
      reply: { stage: 'rcpt', code: 550, enhanced: '5.1.1', text: '<‹address›> ‹address› unknown' },
    });
  });

  it('is judged by its words before the address is taken out of them', () => {
    const outcome = outcomeOfReply('rcpt', '550 no such user', 'user@example.com');
    expect(named(outcome)).toBe('rejected: no-such-mailbox');
  });

  it('never makes the judge throw, and costs a subscriber only at RCPT or later', () => {
    const stages: Stage[] = ['connect', 'greeting', 'ehlo', 'tls', 'auth', 'mail'];
    fc.assert(
      fc.property(
        fc.constantFrom(...stages),
        fc.integer({ min: 0, max: 999 }),
        fc.string(),
        (stage, code, text) => {
          expect(suppresses(outcomeOfReply(stage, `${code} ${text}`))).toBe(false);
        },
      ),
    );
  });

  it('never suppresses on an enhanced code of security or policy', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 700 }), fc.string(), (detail, text) => {
        expect(suppresses(outcomeOfReply('rcpt', `550 5.7.${detail} ${text}`))).toBe(false);
      }),
    );
  });
});

describe('a lost connection', () => {
  it.each([
    ['connect', 'trouble: unreachable'],
    ['greeting', 'trouble: unreachable'],
    ['ehlo', 'trouble: unreachable'],
    ['tls', 'trouble: tls'],
    ['auth', 'trouble: auth'],
    ['mail', 'deferred'],
    ['rcpt', 'deferred'],
    ['data', 'deferred'],
    ['dot', 'uncertain'],
  ] as const)('at %s is %s', (stage, outcome) => {
    expect(named(outcomeOfLoss(stage))).toBe(outcome);
  });
});

describe('a greylisting answer', () => {
  it.each([
    ['450 4.2.0 Greylisted', true],
    ['451 4.7.1 Please come back', true],
    ['451 Try again later', true],
    ['451 4.3.0 disk trouble', false],
    ['550 5.7.1 greylisted for good', false],
  ])('"%s": %s', (answer, expected) => {
    const reply = readReply('rcpt', answer);
    expect(reply && isGreylisting(reply)).toBe(expected);
  });
});
