import { createContentTypeSource } from '../../server/src/adapters/sources/content-type';
import type { Condition } from '../../server/src/domain/subscribers/source-filter';
import type { SourceMapping } from '../../server/src/domain/subscribers/source-mapping';
import type { Source } from '../../server/src/ports';
import { openDatabase, type TestDatabase } from '../support/database';
import { contentTypes, GUESTS, USERS } from '../support/host-models';

const NOW = Date.parse('2026-06-01T12:00:00Z');
const FIELDS = {
  email: 'email',
  name: 'displayName',
  locale: 'language',
  consent: 'newsletterConsent',
};
const OF_USERS = { id: 'users', contentType: USERS.uid, list: 'newsletter', fields: FIELDS };
const OF_GUESTS = {
  id: 'guests',
  contentType: GUESTS.uid,
  list: 'newsletter',
  fields: { email: 'mail', consent: 'agreedAt' },
};

describe('a content type as a source', () => {
  let opened: TestDatabase;
  let types = contentTypes();
  beforeAll(async () => {
    opened = await openDatabase([USERS, GUESTS]);
  });
  afterAll(() => opened.close());
  beforeEach(() => {
    types = contentTypes();
  });

  const source = (mapping: SourceMapping): Source =>
    createContentTypeSource(
      mapping,
      { query: (uid) => opened.strapiDb.query(uid), contentType: (uid) => types[uid] },
      { now: () => NOW },
    );
  const idsOf = async (from: Source, after: string | null, limit: number): Promise<string[]> =>
    (await from.read(after, limit)).people.map(({ externalId }) => externalId);

  describe('of users', () => {
    afterEach(() => opened.strapiDb.query(USERS.uid).deleteMany({}));
    const add = (data: Record<string, unknown>) =>
      opened.strapiDb.query(USERS.uid).create({ data });

    it('reads what the mapping names', async () => {
      const ann = { documentId: 'ann', email: 'Ann@example.com', displayName: 'Ann' };
      await add({ ...ann, language: 'ja', newsletterConsent: true, confirmed: true });
      expect((await source(OF_USERS).read(null, 10)).people).toEqual([
        {
          externalId: 'ann',
          address: 'Ann@example.com',
          name: 'Ann',
          locale: 'ja',
          consent: true,
          confirmed: true,
          blocked: false,
        },
      ]);
    });

    it('takes nothing for granted', async () => {
      await add({ documentId: 'ann', confirmed: null, blocked: null, newsletterConsent: null });
      expect((await source(OF_USERS).read(null, 10)).people).toEqual([
        {
          externalId: 'ann',
          address: null,
          name: null,
          locale: null,
          consent: false,
          confirmed: false,
          blocked: false,
        },
      ]);
    });

    it('goes through everybody page by page', async () => {
      for (const documentId of ['d', 'b', 'e', 'a', 'c']) await add({ documentId });
      const from = source(OF_USERS);
      expect(await idsOf(from, null, 2)).toEqual(['a', 'b']);
      expect(await idsOf(from, 'b', 2)).toEqual(['c', 'd']);
      expect(await idsOf(from, 'd', 2)).toEqual(['e']);
      expect(await idsOf(from, 'e', 2)).toEqual([]);
      expect(await from.count()).toBe(5);
    });

    it('reads some, as far as they are there', async () => {
      for (const documentId of ['a', 'b', 'c']) await add({ documentId });
      const found = await source(OF_USERS).readSome(['c', 'x', 'a']);
      expect(found.map(({ externalId }) => externalId)).toEqual(['a', 'c']);
    });
  });

  describe('of a type with drafts and languages', () => {
    afterEach(() => opened.strapiDb.query(GUESTS.uid).deleteMany({}));
    const add = (data: Record<string, unknown>) =>
      opened.strapiDb.query(GUESTS.uid).create({ data });
    const published = { publishedAt: new Date(NOW), agreedAt: new Date(NOW - 1000) };

    it('sees what is published, once for each document', async () => {
      await add({ documentId: 'ann', mail: 'draft@example.com', locale: 'en' });
      await add({ documentId: 'ann', mail: 'ann@example.com', locale: 'en', ...published });
      await add({ documentId: 'ann', mail: 'ja@example.com', locale: 'ja', ...published });
      await add({ documentId: 'bob', mail: 'bob@example.com', locale: 'en' });
      const { people } = await source(OF_GUESTS).read(null, 10);
      expect(people.map(({ externalId, address }) => [externalId, address])).toEqual([
        ['ann', 'ann@example.com'],
      ]);
    });

    it('gets on when a page ends between the languages of one document', async () => {
      for (const documentId of ['a', 'b', 'c']) {
        await add({ documentId, locale: 'en', ...published });
        await add({ documentId, locale: 'ja', ...published });
      }
      const from = source(OF_GUESTS);
      expect(await idsOf(from, null, 3)).toEqual(['a', 'b']);
      expect(await idsOf(from, 'b', 3)).toEqual(['c']);
    });

    it('meets a document of which a filter leaves only the language on the next page', async () => {
      for (const documentId of ['a', 'b', 'c']) {
        await add({ documentId, locale: 'en', ...published });
        await add({ documentId, locale: 'ja', ...published });
      }
      const all = [{ field: 'locale', is: 'not-equal', value: 'en' }] as const;
      const from = source({ ...OF_GUESTS, filter: { all } });
      expect(await idsOf(from, null, 3)).toEqual(['a', 'b']);
      expect(await idsOf(from, 'b', 3)).toEqual(['c']);
    });

    it.each([
      ['a moment ago', NOW - 1, true],
      ['now', NOW, true],
      ['in the future', NOW + 1000, false],
      ['never', null, false],
    ])('takes a consent date for a yes when it is %s', async (_, at, consent) => {
      const agreedAt = at === null ? null : new Date(at);
      await add({ documentId: 'ann', ...published, agreedAt });
      expect((await source(OF_GUESTS).read(null, 10)).people).toMatchObject([{ consent }]);
    });

    it('knows no block and no confirmation where the type has none', async () => {
      await add({ documentId: 'ann', ...published });
      expect((await source(OF_GUESTS).read(null, 10)).people).toMatchObject([
        { confirmed: true, blocked: false },
      ]);
    });
  });

  describe('whose consent is a value of an enumeration', () => {
    const mapping = {
      ...OF_USERS,
      fields: { ...FIELDS, consent: 'language' },
      consentIs: ['ja', 'fr'],
    };
    afterEach(() => opened.strapiDb.query(USERS.uid).deleteMany({}));

    it.each([
      ['ja', true],
      ['fr', true],
      ['JA', false],
      ['en', false],
      ['', false],
      [null, false],
    ])('takes %p for %p', async (language, consent) => {
      await opened.strapiDb.query(USERS.uid).create({ data: { documentId: 'ann', language } });
      expect((await source(mapping).read(null, 10)).people).toMatchObject([{ consent }]);
    });

    it('is not read once a value that means yes has vanished', async () => {
      const language = { type: 'enumeration', enum: ['ja', 'en'] };
      types = { [USERS.uid]: { attributes: { ...USERS.attributes, language } } };
      await expect(source(mapping).read(null, 10)).rejects.toThrow(
        'source users: language must be an enumeration or text field in which ja or fr can stand',
      );
    });
  });

  describe('with a filter', () => {
    afterEach(() => opened.strapiDb.query(USERS.uid).deleteMany({}));
    const only = (...all: Condition[]): Source => source({ ...OF_USERS, filter: { all } });
    const named = async (...all: Condition[]) => idsOf(only(...all), null, 10);

    it('names those of whom it is true, page by page, and nobody else', async () => {
      const add = (documentId: string, rest: object) =>
        opened.strapiDb.query(USERS.uid).create({ data: { documentId, ...rest } });
      await add('a', { displayName: 'Kyoto', blocked: false });
      await add('b', { displayName: 'kyoto', blocked: true });
      await add('c', { displayName: '', blocked: null });
      await add('d', { displayName: null, blocked: true });
      await add('e', { displayName: 'Kyoto', blocked: false });
      const is = { field: 'displayName' } as const;
      expect(await named({ ...is, is: 'equal', value: 'Kyoto' })).toEqual(['a', 'e']);
      expect(await named({ ...is, is: 'equal', value: 'kyoto' })).toEqual(['b']);
      expect(await named({ ...is, is: 'not-equal', value: 'Kyoto' })).toEqual(['b', 'c', 'd']);
      expect(await named({ ...is, is: 'unknown' })).toEqual(['c', 'd']);
      expect(await named({ field: 'blocked', is: 'no' })).toEqual(['a', 'c', 'e']);
      const blocked = only({ field: 'blocked', is: 'yes' }, { ...is, is: 'unknown' });
      expect(await idsOf(blocked, null, 1)).toEqual(['d']);
      expect(await idsOf(blocked, 'd', 1)).toEqual([]);
      expect(await blocked.readSome(['a', 'd'])).toMatchObject([{ externalId: 'd' }]);
      expect(await blocked.count()).toBe(1);
    });

    it('reads no more rows than it was asked for, though it leaves nobody of them', async () => {
      const add = (documentId: string, displayName: string) =>
        opened.strapiDb.query(USERS.uid).create({ data: { documentId, displayName } });
      for (const id of ['a', 'b']) await add(id, 'Kyoto');
      await add('c', 'Osaka');
      const elsewhere = only({ field: 'displayName', is: 'not-equal', value: 'Kyoto' });
      expect(await elsewhere.read(null, 2)).toEqual({ people: [], upTo: 'b' });
      expect(await idsOf(elsewhere, 'b', 2)).toEqual(['c']);
      expect(await elsewhere.read('c', 2)).toEqual({ people: [], upTo: null });
    });

    it('is not read once a field of it has vanished', async () => {
      await expect(named({ field: 'town', is: 'known' })).rejects.toThrow(
        'source users: town must be a text, enumeration, boolean or number field',
      );
    });
  });

  it('is not read once a mapped field has vanished', async () => {
    const { newsletterConsent: _gone, ...rest } = USERS.attributes;
    types = { [USERS.uid]: { attributes: rest } };
    await expect(source(OF_USERS).read(null, 10)).rejects.toThrow(
      'source users: newsletterConsent must be a boolean, or a date that is set when consent was given',
    );
  });

  it('is not read once the content type has vanished', async () => {
    types = {};
    await expect(source(OF_USERS).readSome(['ann'])).rejects.toThrow(
      'source users: plugin::users-permissions.user must be a content type of this Strapi',
    );
  });
});
