import { footerOf } from '../../../server/src/domain/messages/footer';

const identity = {
  name: ' Example\r\nObservatory ',
  postalAddress: '1 Hill Road\r\n\n 12345 Exampletown ',
  contact: 'hello@example.com',
  reason: { en: 'You asked for it.', ja: 'ご登録いただきました。' },
};

describe('the footer', () => {
  it.each([
    ['en', 'Unsubscribe', 'You asked for it.'],
    ['ja', '配信停止はこちら', 'ご登録いただきました。'],
    ['ja-JP', '配信停止はこちら', 'ご登録いただきました。'],
    ['de', 'Unsubscribe', 'You asked for it.'],
    ['constructor', 'Unsubscribe', 'You asked for it.'],
  ])('speaks to readers of %s', (locale, unsubscribe, reason) => {
    expect(footerOf(identity, locale)).toMatchObject({ unsubscribe, reason });
  });

  it('keeps the lines of the postal address and makes one line of all else', () => {
    expect(footerOf(identity, 'en')).toMatchObject({
      sender: 'Example Observatory',
      postalAddress: ['1 Hill Road', '12345 Exampletown'],
    });
  });
});
