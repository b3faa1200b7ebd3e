import { fieldsAt } from '../../admin/src/pages/settings/field-errors';
import { languagesOf } from '../../admin/src/pages/settings/languages';
import { newSenderId } from '../../admin/src/pages/settings/sender-id';
import type { Refusal } from '../../admin/src/refusal';

const refusedAt = (...places: string[]): Refusal => ({
  status: 422,
  code: 'invalid-request',
  text: 'Something in the request cannot be used.',
  problems: places.map((where) => ({
    ...{ code: 'invalid', level: 'error', locale: null, text: '', where },
  })),
});

describe('a refused form', () => {
  const IDENTITY = /^(?:identity\.)?(.+)$/;
  const SECOND_SENDER = /^senders\.1\.(.+)$/;

  for (const [situation, place, pattern, field] of [
    ['a field of the identity', 'identity.contact', IDENTITY, 'contact'],
    ['the reason in one language', 'identity.reason.ja', IDENTITY, 'reason.ja'],
    ['a field the request itself lacks', 'body.name', IDENTITY, 'name'],
    ['a field of the sender', 'senders[1].address', SECOND_SENDER, 'address'],
    ['a field of the sender in the request', 'body.senders.1.name', SECOND_SENDER, 'name'],
  ] as const) {
    it(`marks ${situation}`, () => {
      expect([...fieldsAt(refusedAt(place), pattern)]).toEqual([field]);
    });
  }

  it('marks nothing of another sender', () => {
    const refusal = refusedAt('senders[0].address', 'senders[11].name');
    expect(fieldsAt(refusal, SECOND_SENDER).size).toBe(0);
  });
});

describe('the languages of the reason', () => {
  const site = [
    { code: 'en', isDefault: false },
    { code: 'ja', isDefault: true },
  ];
  const identity = { name: 'G', postalAddress: 'P', contact: 'C', reason: { de: 'Weil …' } };

  it("begin with the site's default while nothing is saved", () => {
    expect(languagesOf(null, site)).toEqual(['ja', 'en']);
  });

  it('keep the fallback first that was saved, also in a language the site gave up', () => {
    expect(languagesOf(identity, site)).toEqual(['de', 'ja', 'en']);
  });

  it('name each language once', () => {
    const saved = { ...identity, reason: { en: 'Because …' } };
    expect(languagesOf(saved, site)).toEqual(['en', 'ja']);
  });

  it('are never none', () => {
    expect(languagesOf(null, [])).toEqual(['en']);
  });
});

describe('the id of a new sender', () => {
  for (const [address, taken, id] of [
    ['news@example.org', [], 'news'],
    ['news@example.org', ['news'], 'news-2'],
    ['news@example.org', ['news', 'news-2'], 'news-3'],
    ['The.Gazette+Weekly@example.org', [], 'the-gazette-weekly'],
    ['編集部@example.jp', [], 'sender'],
    ['', ['sender'], 'sender-2'],
  ] as const) {
    it(`is ${id} for “${address}” beside ${taken.length} others`, () => {
      expect(newSenderId(address, taken)).toBe(id);
    });
  }

  it('is one the server takes, however long the address', () => {
    expect(newSenderId(`${'a-'.repeat(200)}@example.org`, [])).toMatch(/^[a-z0-9][a-z0-9-]{0,63}$/);
  });
});
