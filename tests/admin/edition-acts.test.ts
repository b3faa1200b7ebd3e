import { actsOn } from '../../admin/src/components/edition-acts';
import type { EditionSummary } from '../../server/src/contracts/editions';

const aHeld = (change: Partial<EditionSummary> = {}): EditionSummary => ({
  ...{ id: 'edition', campaignId: 'campaign', name: 'Autumn issue' },
  ...{ state: 'held', stateText: 'Held', heldBecause: 'transport' },
  ...{ submittedBy: { id: 'ann', name: 'Ann', called: 'Ann' }, submittedAt: 1, expiresAt: 2 },
  ...{ wishedAt: null, readersAtSubmit: 3, readers: 3, startedAt: 3, finishedAt: null },
  ...change,
});

const said = (edition: EditionSummary) => actsOn(edition).map(({ consequence }) => consequence);

describe('a held edition', () => {
  it('goes on, if something of it went out', () => {
    expect(said(aHeld())).toEqual(['act.resume-consequence', 'act.cancel-consequence']);
  });

  it('is only cancelled before that', () => {
    expect(said(aHeld({ startedAt: null }))).toEqual(['act.cancel-consequence']);
  });

  it('does not promise, on a restored database, that nobody gets it twice', () => {
    expect(said(aHeld({ heldBecause: 'restored' }))).toEqual([
      'act.resume-consequence-restored',
      'act.cancel-consequence',
    ]);
  });
});

it('is cancelled for good in a dialog whose way out is not called “Cancel”', () => {
  expect(actsOn(aHeld()).map(({ no }) => no)).toEqual([undefined, 'act.cancel-keep']);
});
