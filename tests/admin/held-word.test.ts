import { heldWord } from '../../admin/src/pages/campaigns/held-word';

const said = (heldBecause: string, startedAt: number | null = null) =>
  heldWord({ heldBecause, startedAt });

describe('what to do about a held edition', () => {
  it('is said after a reason that does not say it', () => {
    expect(said('drift')).toBe('campaigns.held-before');
    expect(said('transport', 1)).toBe('campaigns.held-after');
  });

  it.each(['segment', 'repointed'])('is not said twice, nor otherwise, after “%s”', (because) => {
    expect(said(because)).toBeNull();
  });

  it('does not trust the record of a restored database', () => {
    expect(said('restored')).toBe('campaigns.held-restored-before');
    expect(said('restored', 1)).toBe('campaigns.held-restored');
  });
});
