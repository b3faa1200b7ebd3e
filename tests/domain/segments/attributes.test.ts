import {
  attributeValue,
  LONGEST_TEXT,
  stillOf,
} from '../../../server/src/domain/segments/attributes';
import type { AttributeKind } from '../../../server/src/domain/segments/rule';

it.each<[AttributeKind, unknown, unknown]>([
  ['text', ' gold\n plan ', 'gold plan'],
  ['text', '   ', null],
  ['text', 7, '7'],
  ['text', { no: 'text' }, null],
  ['text', 'ann@example.com', null],
  ['text', 'ann@localhost', null],
  ['text', 'ann＠example.com', null],
  ['text', 'ann%40example.com', null],
  ['text', 'Ann <ann@example.com>', null],
  ['text', 'open @ noon. Late', 'open @ noon. Late'],
  ['text', 'é'.repeat(300), 'é'.repeat(LONGEST_TEXT)],
  ['number', '12.50', 12.5],
  ['number', 'twelve', null],
  ['number', Infinity, null],
  ['number', '', null],
  ['flag', false, false],
  ['flag', 'true', null],
  ['date', '2026-11-01', Date.UTC(2026, 10, 1)],
  ['date', new Date(5), 5],
  ['date', 'tomorrow', null],
  ['date', null, null],
])('reads a %s of %j as %j', (kind, value, expected) => {
  expect(attributeValue(kind, value)).toBe(expected);
});

it('keeps one zero', () => {
  expect(Object.is(attributeValue('number', -0), 0)).toBe(true);
});

it('forgets a text with an address in it that was kept before', () => {
  const known = [{ name: 'about', kind: 'text' as const }];
  expect(stillOf(known, { about: 'ask ann@example.com' })).toEqual({});
  expect(stillOf(known, { about: 'gold' })).toEqual({ about: 'gold' });
});
