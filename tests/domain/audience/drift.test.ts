import { hasDrifted } from '../../../server/src/domain/audience/drift';

describe('an audience', () => {
  it.each([
    ['as many', 100, 100, false],
    ['a tenth more', 100, 110, false],
    ['a tenth fewer', 100, 90, false],
    ['more than a tenth more', 100, 111, true],
    ['more than a tenth fewer', 100, 89, true],
    ['nobody as before', 0, 0, false],
    ['somebody where nobody was', 0, 1, true],
    ['nobody where somebody was', 5, 0, true],
  ])('of %s', (_what, shown, frozen, drifted) => {
    expect(hasDrifted(shown, frozen, 10)).toBe(drifted);
  });

  it('may be required not to change at all', () => {
    expect(hasDrifted(100, 101, 0)).toBe(true);
  });
});
