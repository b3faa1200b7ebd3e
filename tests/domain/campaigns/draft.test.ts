import * as fc from 'fast-check';
import { readCampaign } from '../../../server/src/domain/campaigns/draft';
import type { StoredLocale } from '../../../server/src/domain/campaigns/stored';
import { aCampaign, aLocale } from '../../support/campaigns';

const read = (fields: StoredLocale['fields']) =>
  readCampaign(aCampaign({ locales: [aLocale(fields)] }));
const codes = (fields: StoredLocale['fields']) => read(fields).problems.map(({ code }) => code);

describe('a stored campaign', () => {
  it('is read into what a message is made of', () => {
    const wishedAt = { local: '2026-12-01T09:00', zone: 'Asia/Tokyo' };
    const { draft, problems } = read({ replyTo: ' reply@example.com ', wishedAt });
    expect(problems).toEqual([]);
    expect(draft).toMatchObject({
      id: 'campaign-1',
      name: 'Autumn issue',
      senderId: 'gazette',
      replyTo: 'reply@example.com',
      audience: { include: ['newsletter'], exclude: [], segments: [] },
      wishedAt,
    });
  });

  it('has its default language first, then the others by name', () => {
    const locales = ['ja', 'de', 'en', 'fr'].map((locale) => aLocale({}, locale));
    const order = (defaultLocale: string) =>
      readCampaign(aCampaign({ locales, defaultLocale })).draft.locales.map(({ locale }) => locale);
    expect(order('ja')).toEqual(['ja', 'de', 'en', 'fr']);
    expect(order('pt')).toEqual(['de', 'en', 'fr', 'ja']);
  });

  it('takes what all languages share from the first', () => {
    const locales = [aLocale({ sender: 'other' }, 'ja'), aLocale({ sender: 'gazette' }, 'en')];
    expect(readCampaign(aCampaign({ locales })).draft.senderId).toBe('gazette');
  });

  it('names each list once', () => {
    const audience = { include: ['a', 'a', 'b'], exclude: ['c', 'c'], segments: ['s', 's'] };
    const once = { include: ['a', 'b'], exclude: ['c'], segments: ['s'] };
    expect(read({ audience }).draft.audience).toEqual(once);
  });

  it('has a name on one line that a column can hold', () => {
    expect(read({ name: ' a\r\nBcc: b\u0000 ' }).draft.name).toBe('a Bcc: b');
    expect(codes({ name: '🙏'.repeat(255) })).toEqual([]);
    expect(codes({ name: '🙏'.repeat(256) })).toEqual(['name-too-long']);
  });

  it.each([
    [{ name: null }, 'name-missing'],
    [{ name: 5 }, 'name-missing'],
    [{ sender: '' }, 'sender-missing'],
    [{ sender: { id: 1 } }, 'sender-missing'],
    [{ audience: null }, 'audience-missing'],
    [{ audience: { include: [] } }, 'audience-missing'],
    [{ audience: [] }, 'audience-malformed'],
    [{ audience: { include: 'newsletter' } }, 'audience-malformed'],
    [{ audience: { include: [1] } }, 'audience-malformed'],
    [{ audience: { include: ['a'], exclude: null } }, 'audience-malformed'],
    [{ audience: { include: ['a'], segments: 'b' } }, 'audience-malformed'],
    [{ wishedAt: '2026-12-01' }, 'wished-time-malformed'],
    [{ wishedAt: { local: '2026-12-01T09:00' } }, 'wished-time-malformed'],
    [{ wishedAt: [] }, 'wished-time-malformed'],
    [{ wishedAt: { local: 5, zone: 'UTC' } }, 'wished-time-malformed'],
    [{ replyTo: ['a@example.com'] }, 'reply-to-malformed'],
  ])('with %j has the problem %s', (fields, code) => {
    expect(codes(fields)[0]).toBe(code);
  });

  it('has no wished time when the field was emptied', () => {
    for (const wishedAt of [null, '', {}, { local: '', zone: null }]) {
      expect(read({ wishedAt })).toMatchObject({ draft: { wishedAt: null }, problems: [] });
    }
  });

  it('never makes the reader fall over, whatever is in it', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...FIELDS), fc.jsonValue()), (fields) => {
        expect(read(fields).draft.locales).toHaveLength(1);
      }),
    );
  });
});

const FIELDS = [
  'name',
  'subject',
  'preheader',
  'body',
  'sender',
  'replyTo',
  'audience',
  'wishedAt',
];
