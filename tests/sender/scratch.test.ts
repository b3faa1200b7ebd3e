import { Scratch } from '../../server/src/sender/scratch';
import { wireText } from '../../server/src/sender/wire-text';

describe("a connection's scratch", () => {
  it('holds one message after the other in the same place', () => {
    const scratch = new Scratch();
    const first = scratch.write(wireText(['first']), true);
    expect(scratch.write(wireText(['second']), true).buffer).toBe(first.buffer);
    expect(scratch.write(wireText(['third']), true).toString()).toBe('third');
  });

  it('puts the parts of a message one behind the other', () => {
    const text = wireText(['Dear ', Buffer.from('Ann'), '', '.']);
    expect(new Scratch().write(text, true).toString()).toBe('Dear Ann.');
  });

  it('leaves alone what the socket still holds', () => {
    const scratch = new Scratch();
    const first = scratch.write(wireText(['first']), true);
    scratch.write(wireText(['second']), false);
    expect(first.toString()).toBe('first');
  });

  it('takes a message of any length', () => {
    const long = 'x'.repeat(1_000_000);
    const scratch = new Scratch();
    expect(scratch.write(wireText([long]), true).toString()).toBe(long);
    expect(scratch.write(wireText(['short']), true).toString()).toBe('short');
  });

  it('takes more behind the end of what it holds, however long that is', () => {
    const scratch = new Scratch();
    expect(
      scratch.append(scratch.write(wireText(['text']), true).subarray(2), 'more').toString(),
    ).toBe('xtmore');
    const long = 'x'.repeat(64 * 1024);
    expect(scratch.append(scratch.write(wireText([long]), true), 'more').toString()).toBe(
      `${long}more`,
    );
    const longer = `${long}x`;
    expect(scratch.append(scratch.write(wireText([longer]), true), 'more').toString()).toBe(
      `${longer}more`,
    );
  });
});
