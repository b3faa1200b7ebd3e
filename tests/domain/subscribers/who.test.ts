import fc from 'fast-check';
import { normaliseAddress } from '../../../server/src/domain/subscribers/address';
import { maskAddress } from '../../../server/src/domain/subscribers/mask';
import { readWho } from '../../../server/src/domain/subscribers/who';
import { maskTyped } from '../../../admin/src/pages/subscribers/mask-typed';

describe('whom a page of subscribers is narrowed to', () => {
  it.each([
    ['a masked label', 'T•••@E•••.com ', { label: 't•••@e•••.com' }],
    ['a domain', 'Example.com', { domain: 'example.com' }],
    ['a domain with its @', '@example.com', { domain: 'example.com' }],
    ['a domain beyond ASCII', 'münchen.example', { domain: 'xn--mnchen-3ya.example' }],
    ['a whole address', 'ann@example.com', null],
    ['part of a label', 't•••@e', null],
    ['a pattern', '%', null],
    ['nothing', ' ', null],
  ])('may be %s', (_what, typed, who) => {
    expect(readWho(typed)).toEqual(who);
  });

  it('is never a whole address: the page asks for its label instead', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (typed) => {
        const address = normaliseAddress(typed);
        fc.pre(address.ok);
        expect(readWho(typed)).toBeNull();
        expect(maskTyped(typed)).toBe(maskAddress(address.value));
      }),
    );
  });
});
