import fc from 'fast-check';
import { messageIdOf } from '../../../server/src/domain/delivery/message-id';
import type { TokenKey } from '../../../server/src/domain/delivery/signing';
import {
  readUnsubscribeToken,
  unsubscribeToken,
} from '../../../server/src/domain/delivery/unsubscribe-token';
import { readReturnPath, returnPathOf } from '../../../server/src/domain/delivery/verp';

const key: TokenKey = { id: 'k1', secret: new Uint8Array(32).fill(1) };
const newer: TokenKey = { id: 'k2', secret: new Uint8Array(32).fill(2) };
const stranger: TokenKey = { id: 'k1', secret: new Uint8Array(32).fill(3) };

const anId = fc.stringMatching(/^[a-z0-9]{1,26}$/);
const claim = {
  subscriberId: '41',
  editionId: '01h2xcejqtf2nbrexx3vqjhp41',
  listIds: ['newsletter'],
};

describe('a return-path', () => {
  it('is read back, whatever a relay did to its letter case', () => {
    fc.assert(
      fc.property(anId, (id) => {
        const path = returnPathOf(id, 'bounce.example.com', key);
        expect(readReturnPath(path.toUpperCase(), [newer, key])).toEqual({ ok: true, value: id });
      }),
    );
  });

  it('fits the 64 characters of RFC 5321 with the longest id and key', () => {
    const path = returnPathOf('z'.repeat(26), 'example.com', { ...key, id: 'k2345678' });
    expect(path).toMatch(/^[a-z0-9-]{1,64}@example\.com$/);
  });

  it('is forged if any character was changed', () => {
    const path = returnPathOf('12345', 'example.com', key);
    for (let at = 2; at < path.indexOf('@'); at += 1) {
      const other = path[at] === '7' ? '8' : '7';
      expect(readReturnPath(path.slice(0, at) + other + path.slice(at + 1), [key]).ok).toBe(false);
    }
  });

  it.each([
    ['of another installation', returnPathOf('1', 'example.com', stranger), 'forged'],
    ['under a key we do not have', returnPathOf('1', 'example.com', newer), 'unknown-key'],
    ['somebody made up', 'b-1-k1-short@example.com', 'not-ours'],
    ['that is an ordinary address', 'tom@example.com', 'not-ours'],
    ['that is empty', '', 'not-ours'],
  ])('%s says nothing', (_what, address, reason) => {
    expect(readReturnPath(address, [key])).toEqual({ ok: false, reason });
  });

  it('is not made for an id that does not fit', () => {
    expect(() => returnPathOf('a-b', 'example.com', key)).toThrow(RangeError);
  });
});

describe('a Message-ID', () => {
  it('is the same at every try', () => {
    expect(messageIdOf('77', 'example.com', key)).toBe(messageIdOf('77', 'example.com', key));
    expect(messageIdOf('77', 'example.com', key)).toMatch(/^cs\.77\.[a-z0-9]{8}@example\.com$/);
  });

  it('differs between deliveries and between installations', () => {
    const ids = [
      ['1', key],
      ['2', key],
      ['1', stranger],
    ] as const;
    expect(new Set(ids.map(([id, by]) => messageIdOf(id, 'example.com', by))).size).toBe(3);
  });
});

describe('an unsubscribe token', () => {
  it('says who leaves which lists, and in which edition they found it', () => {
    expect(readUnsubscribeToken(unsubscribeToken(claim, key), [newer, key])).toEqual({
      ok: true,
      value: claim,
    });
  });

  it('is short and needs no escape in a URL', () => {
    expect(unsubscribeToken(claim, key)).toMatch(/^v1\.k1\.[\w.-]{1,90}$/);
  });

  it('is refused if any character was changed', () => {
    const token = unsubscribeToken(claim, key);
    for (let at = 0; at < token.length; at += 1) {
      const other = token[at] === 'A' ? 'B' : 'A';
      expect(readUnsubscribeToken(token.slice(0, at) + other + token.slice(at + 1), [key]).ok).toBe(
        false,
      );
    }
  });

  it.each([
    ['of another installation', unsubscribeToken(claim, stranger), 'forged'],
    ['under a key we do not have', unsubscribeToken(claim, newer), 'unknown-key'],
    ['of another version', unsubscribeToken(claim, key).replace('v1', 'v2'), 'malformed'],
    ['with something added', `${unsubscribeToken(claim, key)}.more`, 'malformed'],
    ['that is empty', '', 'malformed'],
    ['that is a return-path', returnPathOf('1', 'example.com', key), 'malformed'],
  ])('%s is refused', (_what, token, reason) => {
    expect(readUnsubscribeToken(token, [key])).toEqual({ ok: false, reason });
  });

  it('never reads what it did not sign, nor throws', () => {
    fc.assert(fc.property(fc.string(), (text) => !readUnsubscribeToken(text, [key]).ok));
  });

  it('names at least one list, by ids that cannot run into each other', () => {
    expect(() => unsubscribeToken({ ...claim, listIds: [] }, key)).toThrow(RangeError);
    expect(() => unsubscribeToken({ ...claim, subscriberId: '4.1' }, key)).toThrow(RangeError);
  });
});
