import { waitingCampaigns, waitingEditions } from '../../admin/src/components/waiting';
import { leftOutOf } from '../../admin/src/pages/lists/left-out';
import { soonestFirst } from '../../admin/src/pages/overview/soonest-first';
import type { EditionSummary } from '../../server/src/contracts/editions';
import type { List } from '../../server/src/contracts/people';
import type { Permission } from '../../server/src/names';

const anEdition = (change: Partial<EditionSummary> = {}): EditionSummary => ({
  id: 'edition',
  campaignId: 'campaign',
  name: 'Autumn issue',
  state: 'in-review',
  stateText: 'Waiting for a second person',
  heldBecause: null,
  submittedBy: { id: 'ann', name: 'Ann', called: 'Ann' },
  submittedAt: 1,
  expiresAt: 2,
  wishedAt: null,
  readersAtSubmit: 3,
  readers: null,
  startedAt: null,
  finishedAt: null,
  ...change,
});

const mayOnly = (mine: Permission) => (asked: Permission) => asked === mine;
const nothing = () => false;
const everything = () => true;

describe('what waits for me', () => {
  for (const [situation, edition, mine, kinds] of [
    ['a review, if I may approve', anEdition(), 'campaign.approve', ['review']],
    ['no review, if I may not', anEdition(), 'campaign.write', []],
    [
      'a countersigned edition without a time, if I may start it',
      anEdition({ state: 'approved' }),
      'campaign.schedule',
      ['start'],
    ],
    [
      'no countersigned edition that starts by itself',
      anEdition({ state: 'approved', wishedAt: 4 }),
      'campaign.schedule',
      [],
    ],
    [
      'a held edition, if I may control',
      anEdition({ state: 'held' }),
      'campaign.control',
      ['held'],
    ],
    ['no held edition, if I may not', anEdition({ state: 'held' }), 'campaign.approve', []],
  ] as const) {
    it(`is ${situation}`, () => {
      const waiting = waitingEditions([edition], 'ben', mayOnly(mine));
      expect(waiting.map(({ kind }) => kind)).toEqual(kinds);
    });
  }

  it('is never the review of what I submitted myself', () => {
    expect(waitingEditions([anEdition()], 'ann', everything)).toEqual([]);
  });

  it('is nothing for somebody who may only look', () => {
    expect(waitingEditions([anEdition(), anEdition({ state: 'held' })], 'ben', nothing)).toEqual(
      [],
    );
  });

  for (const state of ['sent-back', 'void', 'expired'] as const) {
    const campaign = { id: 'campaign', name: '', updatedAt: 1, edition: anEdition({ state }) };

    it(`is a campaign I submitted that came back (${state})`, () => {
      expect(waitingCampaigns([campaign], 'ann').map(({ kind }) => kind)).toEqual([state]);
    });

    it(`is not a campaign of somebody else that came back (${state})`, () => {
      expect(waitingCampaigns([campaign], 'ben')).toEqual([]);
    });
  }

  it('is no campaign that was never submitted', () => {
    const draft = { id: 'campaign', name: '', updatedAt: 1, edition: null };
    expect(waitingCampaigns([draft], 'ann')).toEqual([]);
  });
});

describe('what is next', () => {
  it('is in the order of its time; what somebody starts by hand comes last', () => {
    const editions = [
      anEdition({ id: 'by hand' }),
      anEdition({ id: 'late', wishedAt: 9 }),
      anEdition({ id: 'soon', wishedAt: 5 }),
    ];
    expect(soonestFirst(editions).map(({ id }) => id)).toEqual(['soon', 'late', 'by hand']);
  });
});

describe('who is left out of a list', () => {
  const aSource = (leftOut: Record<string, number>): List['sources'][number] => ({
    ...{ id: 'users', contentType: 'plugin::users-permissions.user', lastRun: null },
    ...{ pausedBy: null, trouble: null, madeHere: false, isLeaving: false, leftOut },
  });

  it('is counted by reason over all sources, the most frequent first, none that is nobody', () => {
    const sources = [
      aSource({ 'no-consent': 2, blocked: 0, 'no-address': 5 }),
      aSource({ 'no-consent': 4 }),
    ];
    const counts = leftOutOf({ id: 'newsletter', name: 'Newsletter', readers: 1, sources });
    expect(Object.entries(counts)).toEqual([
      ['no-consent', 6],
      ['no-address', 5],
    ]);
  });
});
