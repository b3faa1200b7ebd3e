import { createWindow } from '../../server/src/flows/deliver-batch/window';

describe('the window of a transport with ten connections', () => {
  let step = 10;
  beforeEach(() => {
    step = 10;
  });
  const full = () => {
    const window = createWindow(10, () => step);
    window.sent(20);
    return window;
  };

  it('has no place when twice the connections are sending', () => {
    expect(full().places()).toBe(0);
  });

  it('asks for more when as many have come back as are worth a step, not before', () => {
    const window = full();
    window.came(9);
    expect(window.isWorthAStep()).toBe(false);
    window.came(1);
    expect(window.isWorthAStep()).toBe(true);
  });

  it('asks for more sooner once fewer are worth it', () => {
    const window = full();
    window.came(4);
    expect(window.isWorthAStep()).toBe(false);
    step = 4;
    expect(window.isWorthAStep()).toBe(true);
  });

  it('tells whoever waits for room how much there is', async () => {
    const window = full();
    const room = window.room();
    window.came(7);
    window.came(5);
    await expect(room).resolves.toBe(12);
  });
});
