import fc from 'fast-check';
import { systemChance } from '../../server/src/adapters/clock';
import { createKeys, verifierOf } from '../../server/src/adapters/keys/keys';

const OLD = { id: 'k1', secret: 'an-old-secret-of-at-least-32-chars' };
const NEW = { id: 'k2', secret: 'a-new-secret-of-at-least-32-chars.' };
const keys = createKeys([OLD], systemChance);

describe('keys', () => {
  it('opens what it sealed, in the context it was sealed for', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (plain, context) => {
        expect(keys.unseal(keys.seal(plain, context), context)).toBe(plain);
      }),
    );
  });

  it('does not open a seal that was moved to another row', () => {
    expect(() => keys.unseal(keys.seal('ann@example.com', 'row 1'), 'row 2')).toThrow();
  });

  it('does not open a seal of which any character was changed', () => {
    const sealed = keys.seal('ann@example.com', 'row');
    fc.assert(
      fc.property(fc.integer({ min: 3, max: sealed.length - 1 }), (at) => {
        const other = sealed[at] === 'A' ? 'B' : 'A';
        const changed = sealed.slice(0, at) + other + sealed.slice(at + 1);
        // The last base64url character carries unused bits: a change there may be no change.
        if (
          Buffer.from(changed.slice(3), 'base64url').equals(
            Buffer.from(sealed.slice(3), 'base64url'),
          )
        )
          return;
        expect(() => keys.unseal(changed, 'row')).toThrow();
      }),
    );
  });

  it('never seals the same text to the same bytes', () => {
    expect(keys.seal('ann@example.com', 'row')).not.toBe(keys.seal('ann@example.com', 'row'));
  });

  it('hashes an address the same each time, and differently under another secret', () => {
    expect(keys.addressHash('ann@example.com')).toBe(keys.addressHash('ann@example.com'));
    expect(keys.addressHash('ann@example.com')).toMatch(/^[0-9a-f]{64}$/);
    expect(createKeys([NEW], systemChance).addressHash('ann@example.com')).not.toBe(
      keys.addressHash('ann@example.com'),
    );
  });

  it('accepts its own signature for its own purpose only', () => {
    const signature = keys.sign('countersign', 'edition 1');
    expect(keys.verify('countersign', 'edition 1', signature)).toBe(true);
    expect(keys.verify('countersign', 'edition 2', signature)).toBe(false);
    expect(keys.verify('unsubscribe', 'edition 1', signature)).toBe(false);
    expect(keys.verify('countersign', 'edition 1', '')).toBe(false);
    expect(keys.verify('countersign', 'edition 1', 'k9.AAAA')).toBe(false);
  });

  it('reads what an older key wrote after a rotation, and writes with the new one', () => {
    const rotated = createKeys([NEW, OLD], systemChance);
    expect(rotated.unseal(keys.seal('ann@example.com', 'row'), 'row')).toBe('ann@example.com');
    expect(rotated.verify('countersign', 'x', keys.sign('countersign', 'x'))).toBe(true);
    expect(rotated.seal('x', 'row').startsWith('k2.')).toBe(true);
  });

  it('tells a wrong secret by its verifier', () => {
    expect(verifierOf(OLD)).not.toBe(verifierOf({ ...NEW, id: OLD.id }));
  });
});
