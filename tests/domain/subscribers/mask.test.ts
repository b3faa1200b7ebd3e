import fc from 'fast-check';
import { normaliseAddress } from '../../../server/src/domain/subscribers/address';
import { maskAddress } from '../../../server/src/domain/subscribers/mask';

const mask = (raw: string): string => {
  const address = normaliseAddress(raw);
  return address.ok ? maskAddress(address.value) : address.reason;
};

describe('a masked address', () => {
  it.each([
    ['tom@example.com', 't•••@e•••.com'],
    ['t@e.com', 't•••@e•••.com'],
    ['Theodora.Long+tag@EXAMPLE.com', 't•••@e•••.com'],
    ['ann@mail.example.co.jp', 'a•••@m•••.jp'],
    ['ann@münchen.example', 'a•••@x•••.example'],
  ])('of %s is %s', (raw, label) => {
    expect(mask(raw)).toBe(label);
  });

  it('shows no more than a letter on each side and the top-level domain', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (raw) => {
        fc.pre(normaliseAddress(raw).ok);
        expect(mask(raw)).toMatch(/^.•••@[a-z0-9]•••\.[a-z0-9-]+$/);
      }),
    );
  });
});
