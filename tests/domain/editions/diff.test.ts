import fc from 'fast-check';
import { diffWords } from '../../../server/src/domain/editions/diff';

const textOf = (changes: ReturnType<typeof diffWords>, without: 'added' | 'removed'): string =>
  changes
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('');

describe('what changed, word by word', () => {
  it('shows the words that were put in and taken out', () => {
    expect(diffWords('The shop opens on Monday.', 'The shop opens late on Tuesday.', 'en')).toEqual(
      [
        { kind: 'same', text: 'The shop opens ' },
        { kind: 'added', text: 'late ' },
        { kind: 'same', text: 'on ' },
        { kind: 'removed', text: 'Monday' },
        { kind: 'added', text: 'Tuesday' },
        { kind: 'same', text: '.' },
      ],
    );
  });

  it('finds the words of a script without spaces', () => {
    const changes = diffWords('店は月曜日に開きます', '店は火曜日に開きます', 'ja');
    expect(changes).toContainEqual({ kind: 'same', text: '店は' });
    expect(changes.filter(({ kind }) => kind === 'added').length).toBeGreaterThan(0);
  });

  it('loses no word of either text', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '。', '山'), maxLength: 60 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changes = diffWords(before, after, 'en');
        expect(textOf(changes, 'added')).toBe(before);
        expect(textOf(changes, 'removed')).toBe(after);
      }),
    );
  });

  it('calls a very long rewritten text rewritten instead of comparing for minutes', () => {
    const long = (word: string): string => `${word} `.repeat(5000);
    expect(diffWords(long('old'), long('new'), 'en').length).toBeGreaterThan(1);
  });
});
