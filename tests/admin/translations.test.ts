import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import en from '../../admin/src/translations/en.json';
import ja from '../../admin/src/translations/ja.json';

const ADMIN = path.join(__dirname, '../../admin/src');
const sources = readdirSync(ADMIN, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => readFileSync(path.join(ADMIN, file), 'utf8'))
  .join('\n');

const ENGLISH: Record<string, string> = en;
const JAPANESE: Record<string, string> = ja;
const words = Object.keys(ENGLISH);

/** `{count}` and `{count, plural, …}` need a `count`. */
const argumentsOf = (text = ''): string[] =>
  [...new Set([...text.matchAll(/\{\s*(\w+)\s*[,}]/g)].map(([, name = '']) => name))].sort();

describe('the words of the admin', () => {
  it('are there in Japanese whenever they are in English, in the same order', () => {
    expect(Object.keys(JAPANESE)).toEqual(words);
  });

  it('are all used', () => {
    expect(words.filter((word) => !new RegExp(`['"]${word}['"]`).test(sources))).toEqual([]);
  });

  it('are Japanese in Japanese', () => {
    const isJapanese = (text = '') => /[\u3040-\u30ff\u4e00-\u9fff]/.test(text);
    const isWordless = (text = '') => !/[a-z]/i.test(text.replaceAll(/\{[^{}]*\}/g, ''));
    const untranslated = words.filter(
      (word) => !isJapanese(JAPANESE[word]) && !isWordless(JAPANESE[word]),
    );
    expect(untranslated).toEqual([]);
  });

  it('ask for the same values in both languages', () => {
    const differing = words.filter(
      (word) => argumentsOf(ENGLISH[word]).join() !== argumentsOf(JAPANESE[word]).join(),
    );
    expect(differing).toEqual([]);
  });

  it('have a room and a key each', () => {
    expect(words.filter((word) => !/^[a-z-]+\.[a-z0-9-]+$/.test(word))).toEqual([]);
  });
});
