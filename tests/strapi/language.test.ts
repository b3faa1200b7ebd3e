import { languageOfHeader, languageOfTag } from '../../server/src/strapi/language';

it.each([
  ['ja', 'ja'],
  ['ja-JP', 'ja'],
  ['EN-gb', 'en'],
  ['fr', undefined],
  ['', undefined],
  [null, undefined],
])('takes the tag %s for %s', (tag, language) => {
  expect(languageOfTag(tag)).toBe(language);
});

it.each([
  ['ja,en;q=0.8', 'ja'],
  ['en;q=0.3, ja;q=0.9', 'ja'],
  ['fr-FR, en;q=0.5', 'en'],
  ['ja;q=0, en', 'en'],
  ['*', undefined],
  ['en;q=lots, ja;q=0.1', 'ja'],
  ['', undefined],
  [undefined, undefined],
])('reads the header %s as %s', (header, language) => {
  expect(languageOfHeader(header)).toBe(language);
});

it('does not read a header without end', () => {
  expect(languageOfHeader(`${'x,'.repeat(100_000)}ja`)).toBeUndefined();
});
