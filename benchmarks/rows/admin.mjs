import { atMost, line, percentile } from './lines.mjs';
import { withReaders } from './rounds.mjs';

const LOOKS = 300;

/** How long somebody in the admin waits for the list of campaigns while all is sent that can be sent. */
export const admin = () =>
  withReaders({}, async ({ house }) => {
    await house.send(await house.approved());
    const idle = percentile(await looks(house, { most: LOOKS }), 0.99);
    const edition = await house.approved();
    const sending = { isOver: false };
    const sent = house.send(edition).finally(() => (sending.isOver = true));
    const waits = await looks(house, { until: sending });
    await sent;
    const busy = percentile(waits, 0.99);
    return [
      line('looks while sending', waits.length, ''),
      line('p99 when idle', idle, 'ms'),
      atMost('p99 while sending', busy, { unit: 'ms', target: 250 }),
      atMost('times as long as when idle', busy / idle, { unit: '×', target: 4 }),
    ];
  });

async function looks(house, { most = Infinity, until = { isOver: false } }) {
  const waits = [];
  while (waits.length < most && !until.isOver) {
    const begunAt = performance.now();
    await house.staff.author.client.get('/countersign/campaigns');
    waits.push(performance.now() - begunAt);
  }
  return waits;
}
