import * as fc from 'fast-check';
import { campaignHash } from '../../../server/src/domain/campaigns/hash';
import { CAMPAIGN_FIELDS } from '../../../server/src/domain/campaigns/stored';
import { aCampaign, aLocale } from '../../support/campaigns';

const hashOf = (...locales: ReturnType<typeof aLocale>[]) => campaignHash(aCampaign({ locales }));

describe('the hash of a campaign', () => {
  it('stays when a save changes nothing, in whatever order a database gives it back', () => {
    const { fields } = aLocale();
    const turned = Object.fromEntries(Object.entries(fields).reverse());
    expect(hashOf({ locale: 'en', fields: turned }, aLocale({}, 'ja'))).toBe(
      hashOf(aLocale({}, 'ja'), aLocale()),
    );
  });

  it('stays when an empty field becomes an absent one', () => {
    const hash = hashOf(aLocale({ replyTo: null }));
    expect(hashOf(aLocale({ replyTo: '' }))).toBe(hash);
    expect(hashOf(aLocale({ replyTo: undefined }))).toBe(hash);
  });

  it('stays when something changes that no message is made of', () => {
    const fields = { ...aLocale().fields, updatedAt: 'now' };
    expect(hashOf({ locale: 'en', fields })).toBe(hashOf(aLocale()));
    expect(campaignHash(aCampaign({ defaultLocale: 'ja' }))).toBe(hashOf(aLocale()));
  });

  it('changes with any field of any language, whatever is written into it', () => {
    const before = hashOf(aLocale(), aLocale({}, 'ja'));
    fc.assert(
      fc.property(
        fc.constantFrom(...CAMPAIGN_FIELDS),
        fc.jsonValue().filter((value) => value !== null && value !== ''),
        (field, value) => {
          fc.pre(JSON.stringify(value) !== JSON.stringify(aLocale().fields[field]));
          expect(hashOf(aLocale(), aLocale({ [field]: value }, 'ja'))).not.toBe(before);
        },
      ),
    );
  });

  it('changes when a language comes or goes', () => {
    expect(hashOf(aLocale(), aLocale({}, 'ja'))).not.toBe(hashOf(aLocale()));
  });

  it('can be made of anything a database may hold', () => {
    expect(hashOf(aLocale({ subject: '\ud800\u0000', body: [[[null]]] }))).toMatch(
      /^[0-9a-f]{64}$/,
    );
  });
});
