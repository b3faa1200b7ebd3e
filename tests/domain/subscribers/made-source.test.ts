import type { WishedMapping } from '../../../server/src/domain/subscribers/made-attributes';
import { checkWish } from '../../../server/src/domain/subscribers/made-source';

const HOST = {
  mail: { type: 'string' },
  otherMail: { type: 'email' },
  town: { type: 'string' },
  answer: { type: 'string' },
};

const aWish = (change: Partial<WishedMapping> = {}): WishedMapping => ({
  ...{ id: 'guests', contentType: 'api::guest.guest', list: 'guests' },
  fields: { email: 'mail', consent: 'answer' },
  consentIs: ['yes'],
  ...change,
});
const saying = (value: string): Partial<WishedMapping> => ({
  filter: { all: [{ field: 'town', is: 'equal', value }] },
});
const complaintsAt = (change: Partial<WishedMapping>): string[] => {
  const checked = checkWish(aWish(change), HOST);
  return checked.ok ? [] : checked.complaints.map(({ place }) => place);
};

describe('a source made in the admin', () => {
  it('takes a text for the consent and a town for the filter', () => {
    expect(complaintsAt(saying('Kyoto'))).toEqual([]);
  });

  it.each(['mail', 'otherMail'])('picks nobody out by taking %s for the consent', (consent) => {
    expect(complaintsAt({ fields: { email: 'mail', consent } })).toEqual([consent]);
  });

  it.each(['ann@example.com', 'Ann <ann@example.com>', 'ann＠example.com', 'mailto:ann%40x.test'])(
    'keeps no %s among the words that mean yes, nor in a filter',
    (address) => {
      expect(complaintsAt({ consentIs: ['yes', address] })).toEqual(['consentIs']);
      expect(complaintsAt(saying(address))).toEqual(['town']);
    },
  );
});
