import { openHouse } from '../strapi/house.mjs';
import { atLeast, atMost, line, percentile } from './lines.mjs';
import { onBoth } from './on-both.mjs';

const CLIENTS = 20;
/** Offered are 520 a second. */
const PER_SECOND = 26;
const SECONDS = 10;
const TARGET = 500;
/** The sealer looks twice a second. */
const SEALED_MS = 1000;
/** Nothing is sent. */
const NO_RELAY = 1;

/** Acts in the audit trail do not wait for each other, nor for the sealer. */
export const auditActs = () => onBoth(on);

async function on(kind) {
  const house = await openHouse(NO_RELAY, {}, { kind });
  try {
    const acts = (clients) =>
      house.ask('acts', { clients, perSecond: PER_SECOND, seconds: SECONDS });
    await acts(CLIENTS);
    const alone = await acts(1);
    const many = await acts(CLIENTS);
    const ms = (waits, part) => percentile(waits, part);
    return [
      atLeast(`${kind}, ${CLIENTS} clients`, many.rate, { unit: '/s', target: TARGET }),
      line(`${kind}, one act, p50`, ms(many.waits, 0.5), 'ms'),
      line(`${kind}, one act, p99`, ms(many.waits, 0.99), 'ms'),
      line(`${kind}, one act, p99 of one client alone`, ms(alone.waits, 0.99), 'ms'),
      line(
        `${kind}, times the p99 of one client`,
        ms(many.waits, 0.99) / ms(alone.waits, 0.99),
        '×',
      ),
      atMost(`${kind}, the last act is in the chain`, many.sealedMs, {
        ...{ unit: 'ms', target: SEALED_MS },
      }),
    ];
  } finally {
    await house.close();
  }
}
