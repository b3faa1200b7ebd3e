import type { Hand } from '../../../server/src/domain/editions/edition';
import { EDITION_STATES } from '../../../server/src/domain/editions/states';
import {
  reasonsNotToCountersign,
  type CountersignCase,
} from '../../../server/src/domain/reviews/may-countersign';
import { readReason } from '../../../server/src/domain/reviews/reason';
import { aContent, aFullEdition, anApproval, NOON } from '../../support/editions';
import { aColleague, asking } from '../../support/asking';

const hand = (person: string): Hand => ({ campaignId: 'campaign-1', person, lastAt: NOON - 1 });

const aCase = (change: Partial<CountersignCase> = {}): CountersignCase => ({
  edition: aFullEdition(),
  seen: null,
  currentHash: 'hash-1',
  wishedAt: null,
  hands: [hand('author')],
  decisions: [],
  asking: asking('approver'),
  colleague: aColleague('approver'),
  accountChanges: [],
  approvers: [],
  rules: { required: 1, fromEachOf: [] },
  signers: [],
  now: NOON,
  ...change,
});

describe('countersigning', () => {
  it('is for a second person', () => {
    expect(reasonsNotToCountersign(aCase())).toEqual([]);
    expect(reasonsNotToCountersign(aCase({ seen: aFullEdition().fingerprint }))).toEqual([]);
  });

  it('is barred to whoever had a hand in it, and only to them', () => {
    const hands = [hand('author'), hand('approver'), hand('unknown')];
    expect(reasonsNotToCountersign(aCase({ hands }))).toEqual([
      { because: 'own-hand', lastAt: NOON - 1 },
    ]);
    expect(reasonsNotToCountersign(aCase({ hands: [hand('unknown')] }))).toEqual([]);
  });

  it.each(['part', 'set-up'] as const)('is barred to a hand through a part (%s)', (through) => {
    const hands = [{ ...hand('approver'), through }];
    expect(reasonsNotToCountersign(aCase({ hands }))).toEqual([
      { because: 'own-hand', lastAt: NOON - 1, through },
    ]);
  });

  it('is done once by each person', () => {
    const decisions = [anApproval(aFullEdition(), { person: 'approver', decidedAt: NOON })];
    expect(reasonsNotToCountersign(aCase({ decisions }))).toEqual([
      { because: 'already-countersigned', at: NOON },
    ]);
    expect(reasonsNotToCountersign(aCase({ decisions, asking: asking('other') }))).toEqual([]);
  });

  it('is barred to the submitter, even if the hands were deleted', () => {
    const edition = aFullEdition({ submittedBy: 'approver' });
    expect(reasonsNotToCountersign(aCase({ edition, hands: [] }))).toEqual([
      { because: 'own-hand', lastAt: NOON },
    ]);
  });

  it.each([
    'admin-token',
    'content-api-token',
    'users-permissions',
    'public',
    'house',
    'unknown',
  ] as const)('is never done by %s', (door) => {
    const asked = aCase({ asking: asking('approver', { door }) });
    expect(reasonsNotToCountersign(asked)).toEqual([{ because: 'not-in-person', door }]);
  });

  it('needs an account that is active and holds the right', () => {
    const off = aColleague('approver', { isActive: false });
    expect(reasonsNotToCountersign(aCase({ colleague: off }))).toEqual([
      { because: 'not-permitted', lacks: 'an-active-account' },
    ]);
    const author = aColleague('approver', { mayApprove: false });
    expect(reasonsNotToCountersign(aCase({ colleague: author }))).toEqual([
      { because: 'not-permitted', lacks: 'the-right' },
    ]);
    expect(reasonsNotToCountersign(aCase({ colleague: null }))).toHaveLength(2);
  });

  it('is barred to an account that a hand has touched, and says which others are quiet', () => {
    const change = { account: 'approver', by: 'author', kind: 'roles', at: NOON - 1 } as const;
    const approvers = ['author', 'approver', 'other'].map((id) => aColleague(id));
    const asked = aCase({ accountChanges: [change], approvers });
    expect(reasonsNotToCountersign(asked)).toEqual([
      { because: 'account-not-quiet', change, others: ['other'] },
    ]);
    expect(
      reasonsNotToCountersign({ ...asked, accountChanges: [{ ...change, by: 'chief' }] }),
    ).toEqual([]);
  });

  it('is barred to an account that whoever countersigned before has touched', () => {
    const change = { account: 'approver', by: 'first', kind: 'password', at: NOON - 1 } as const;
    const decisions = [anApproval(aFullEdition(), { person: 'first' })];
    const approvers = ['first', 'approver', 'other'].map((id) => aColleague(id));
    const asked = aCase({ accountChanges: [change], approvers, decisions });
    expect(reasonsNotToCountersign(asked)).toEqual([
      { because: 'account-not-quiet', change, others: ['other'] },
    ]);
    expect(reasonsNotToCountersign({ ...asked, decisions: [] })).toEqual([]);
  });

  it('is barred to whoever fills no seat where only seats are left', () => {
    const rules = { required: 1, fromEachOf: ['legal'] };
    expect(reasonsNotToCountersign(aCase({ rules }))).toEqual([
      { because: 'other-role-needed', seats: { missing: 1, roles: ['legal'] } },
    ]);
    const colleague = aColleague('approver', { roles: ['legal'] });
    expect(reasonsNotToCountersign(aCase({ rules, colleague }))).toEqual([]);
  });

  it.each(EDITION_STATES.filter((state) => state !== 'in-review'))(
    'is not possible for an edition that is %s',
    (state) => {
      const edition = aFullEdition({ state });
      const decisions = [anApproval(edition, { person: 'first' })];
      expect(reasonsNotToCountersign(aCase({ edition, decisions }))).toEqual([
        { because: 'not-in-review', state, by: 'first' },
      ]);
    },
  );

  it('ends with the review', () => {
    const { expiresAt } = aFullEdition();
    expect(reasonsNotToCountersign(aCase({ now: expiresAt }))).toEqual([]);
    expect(reasonsNotToCountersign(aCase({ now: expiresAt + 1 }))).toEqual([
      { because: 'too-late', endedAt: expiresAt },
    ]);
  });

  it('ends before that where an approval given before runs out', () => {
    const decisions = [anApproval(aFullEdition(), { person: 'first', notAfter: NOON + 1 })];
    expect(reasonsNotToCountersign(aCase({ decisions, now: NOON + 1 }))).toEqual([]);
    expect(reasonsNotToCountersign(aCase({ decisions, now: NOON + 2 }))).toEqual([
      { because: 'too-late', endedAt: NOON + 1 },
    ]);
  });

  it.each([
    ['the campaign is another', { currentHash: 'hash-2' }],
    ['the campaign is gone', { currentHash: null }],
    [
      'the content was changed by hand',
      { edition: { ...aFullEdition(), content: aContent({ replyTo: 'x@example.com' }) } },
    ],
    ['the fingerprint was changed by hand', { edition: aFullEdition({ fingerprint: 'f' }) }],
    ['it was hung on another campaign', { edition: aFullEdition({ campaignId: 'campaign-2' }) }],
    ['its time was changed by hand', { edition: aFullEdition({ wishedAt: NOON }) }],
    ['its wished time means another moment now', { wishedAt: undefined }],
    ['it is not what this person was shown', { seen: 'another' }],
  ])('is refused when %s', (_, change) => {
    expect(reasonsNotToCountersign(aCase(change))).toEqual([
      { because: 'changed-since-submitted' },
    ]);
  });

  it('is refused with every reason there is', () => {
    const asked = aCase({
      edition: aFullEdition({ state: 'void' }),
      hands: [hand('approver')],
      asking: asking('approver', { door: 'admin-token' }),
      colleague: null,
      currentHash: null,
      now: Infinity,
    });
    expect(reasonsNotToCountersign(asked).map(({ because }) => because)).toEqual([
      'not-in-review',
      'own-hand',
      'not-in-person',
      'not-permitted',
      'not-permitted',
      'too-late',
      'changed-since-submitted',
    ]);
  });
});

describe('the reason for sending back', () => {
  it('is 1 to 500 characters, whatever they are made of', () => {
    expect(readReason('  The date is wrong. ')).toBe('The date is wrong.');
    expect(readReason('🙏'.repeat(500))).toBe('🙏'.repeat(500));
    expect(readReason('🙏'.repeat(501))).toBeNull();
  });

  it.each(['', '   ', '\n\t', '\u0000'])('is missing when it is %j', (text) => {
    expect(readReason(text)).toBeNull();
  });

  it('holds nothing a database refuses', () => {
    expect(readReason('a\u0000b\ud800c\r\nd')).toBe('ab\ufffdc\nd');
  });
});
