import { readComment } from '../../../server/src/domain/reviews/comment';

const kept = (text: string) => {
  const read = readComment(text);
  return read.ok ? read.value : read.reason;
};

describe('a comment', () => {
  it('is 1 to 2,000 characters, whatever they are made of', () => {
    expect(kept('  Is the date right?\nIt is a Monday. ')).toBe(
      'Is the date right?\nIt is a Monday.',
    );
    expect(kept('🙏'.repeat(2000))).toBe('🙏'.repeat(2000));
    expect(kept('🙏'.repeat(2001))).toBe('comment-too-long');
    expect(kept('x'.repeat(10_000_000))).toBe('comment-too-long');
  });

  it.each(['', '   ', '\n\t', '\u0000'])('is empty when it is %j', (text) => {
    expect(kept(text)).toBe('comment-empty');
  });

  it('holds nothing a database refuses', () => {
    expect(kept('a\u0000b\ud800c\r\nd')).toBe('ab\ufffdc\nd');
  });

  it.each(['<script>alert(1)</script>', '{{ subscriber.name }} {% if x %}', '&amp; "\'`$1'])(
    'is kept as it was typed: %j means nothing to anybody',
    (text) => {
      expect(kept(text)).toBe(text);
    },
  );
});
