import { createWindow } from '../../server/src/flows/deliver-batch/window';

describe('the window of a transport with ten connections', () => {
  const full = () => {
    const window = createWindow(10);
    window.sent(20);
    return window;
  };

  it('has no place when twice the connections are sending', () => {
    expect(full().places()).toBe(0);
  });

  it('asks for more when a third of the connections have come back, not before', () => {
    const window = full();
    window.came(3);
    expect(window.isWorthAStep()).toBe(false);
    window.came(1);
    expect(window.isWorthAStep()).toBe(true);
  });

  it('tells whoever waits for room how much there is', async () => {
    const window = full();
    const room = window.room();
    window.came(2);
    window.came(3);
    await expect(room).resolves.toBe(5);
  });
});
