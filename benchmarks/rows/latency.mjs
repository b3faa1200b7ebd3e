import { startDistance } from '../relay/distance.mjs';
import { atLeast, line } from './lines.mjs';
import { withReaders } from './rounds.mjs';

const ROUND_TRIP_MS = 20;
const CONNECTIONS = 50;
const READERS = 5000;
/** MAIL, RCPT, DATA, and the text with its dot. */
const ROUND_TRIPS = 4;
const TARGET = 0.8;

/** A relay far away: the wire is the limit, and all connections should be in use all the time. */
export const latency = () =>
  withReaders(
    { MAIL_CONNECTIONS: String(CONNECTIONS) },
    async ({ house }) => {
      const ours = await house.send(await house.approved());
      const limit = (CONNECTIONS / (ROUND_TRIPS * ROUND_TRIP_MS)) * 1000;
      return [
        line(
          `${CONNECTIONS} connections, ${ROUND_TRIPS} round trips of ${ROUND_TRIP_MS} ms`,
          limit,
          '/s',
        ),
        line('Countersign, freeze to settled', ours.rate, '/s'),
        atLeast('of what the wire allows', ours.rate / limit, { unit: '×', target: TARGET }),
      ];
    },
    { readers: READERS, relay: (port) => startDistance(port, ROUND_TRIP_MS) },
  );
