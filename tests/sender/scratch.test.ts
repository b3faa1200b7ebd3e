import { Scratch } from '../../server/src/sender/scratch';

describe("a connection's scratch", () => {
  it('holds one message after the other in the same place', () => {
    const scratch = new Scratch();
    const first = scratch.write('first', true);
    expect(scratch.write('second', true).buffer).toBe(first.buffer);
    expect(scratch.write('third', true).toString()).toBe('third');
  });

  it('leaves alone what the socket still holds', () => {
    const scratch = new Scratch();
    const first = scratch.write('first', true);
    scratch.write('second', false);
    expect(first.toString()).toBe('first');
  });

  it('takes a message of any length', () => {
    const long = 'x'.repeat(1_000_000);
    const scratch = new Scratch();
    expect(scratch.write(long, true).toString()).toBe(long);
    expect(scratch.write('short', true).toString()).toBe('short');
  });

  it('takes more behind the end of what it holds, however long that is', () => {
    const scratch = new Scratch();
    expect(scratch.append(scratch.write('text', true).subarray(2), 'more').toString()).toBe(
      'xtmore',
    );
    const long = 'x'.repeat(64 * 1024);
    expect(scratch.append(scratch.write(long, true), 'more').toString()).toBe(`${long}more`);
    const longer = `${long}x`;
    expect(scratch.append(scratch.write(longer, true), 'more').toString()).toBe(`${longer}more`);
  });
});
