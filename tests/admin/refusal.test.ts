import { readRefusal } from '../../admin/src/refusal';

const say = (word: string) => `[${word}]`;

describe('a refusal', () => {
  it('of ours is said in our words', () => {
    const ours = {
      ...{ status: 403, name: 'Refused', message: 'You had a hand in this.' },
      details: { code: 'own-hand' },
    };
    expect(readRefusal(ours, say)).toEqual({
      ...{ status: 403, code: 'own-hand', text: 'You had a hand in this.', problems: [] },
    });
  });

  it.each([
    [{ status: 500, name: 'InternalServerError', message: 'SELECT * FROM' }, 'unexpected'],
    [{ status: 403, name: 'ForbiddenError', message: 'Forbidden' }, 'forbidden'],
    [{ status: 404, name: 'NotFoundError', message: 'Not Found' }, 'not-found'],
    [{ status: 429, name: 'RateLimitError', message: 'Too many' }, 'too-often'],
    [{ name: 'TypeError', message: 'fetch failed' }, 'no-answer'],
    [undefined, 'no-answer'],
  ])('by somebody else is never shown in their words: %j', (error, word) => {
    expect(readRefusal(error, say).text).toBe(`[refusal.${word}]`);
  });
});
