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

  it('asks for more when as many have come back as there are connections, not before', () => {
    const window = full();
    window.came(9);
    expect(window.isWorthAStep()).toBe(false);
    window.came(1);
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
