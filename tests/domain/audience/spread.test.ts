import fc from 'fast-check';
import { FEWEST_SHOWN, MOST_DOMAINS, spreadOver } from '../../../server/src/domain/audience/spread';

const counted = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts).map(([domain, readers]) => ({ domain, readers }));

describe('where an audience reads its mail', () => {
  it('is told by domain, the most first, and the rest as one number', () => {
    expect(spreadOver(122, counted({ 'a.example': 20, 'b.example': 90, 'c.example': 4 }))).toEqual({
      domains: counted({ 'b.example': 90, 'a.example': 20 }),
      elsewhere: 12,
    });
  });

  it('hides a rest so small that it shows somebody behind the smallest domain', () => {
    expect(spreadOver(111, counted({ 'a.example': 20, 'b.example': 90 }))).toEqual({
      domains: counted({ 'b.example': 90 }),
      elsewhere: 21,
    });
  });

  it('never shows fewer than five, loses nobody, and stays short', () => {
    const anyCounts = fc
      .uniqueArray(fc.domain(), { maxLength: 30 })
      .chain((domains) =>
        fc.tuple(
          ...domains.map((domain) =>
            fc.record({ domain: fc.constant(domain), readers: fc.integer({ min: 1, max: 60 }) }),
          ),
        ),
      );
    fc.assert(
      fc.property(anyCounts, (counts) => {
        const all = counts.reduce((sum, { readers }) => sum + readers, 0);
        const { domains, elsewhere } = spreadOver(all, counts);
        const shown = domains.map(({ readers }) => readers);
        expect(shown.reduce((sum, readers) => sum + readers, elsewhere)).toBe(all);
        expect(domains.length).toBeLessThanOrEqual(MOST_DOMAINS);
        expect(shown).toEqual([...shown].sort((a, b) => b - a));
        for (const readers of shown) expect(readers).toBeGreaterThanOrEqual(FEWEST_SHOWN);
        if (domains.length > 0 && elsewhere > 0)
          expect(elsewhere).toBeGreaterThanOrEqual(FEWEST_SHOWN);
      }),
    );
  });
});
