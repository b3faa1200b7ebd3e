import { openHouse } from '../strapi/house.mjs';
import { atMost, line } from './lines.mjs';

/** No list, the smallest, and the longest there may be. */
const LINES = [0, 1, 200];
/** Nothing is sent. */
const NO_RELAY = 1;

/**
 * What every request of the admin pays at the door: the address against the allow-list, and the permission,
 * as Strapi runs them. The list is read anew every two seconds, which is in the figure.
 */
export async function ipCheck() {
  const house = await openHouse(NO_RELAY);
  try {
    const rows = [];
    for (const lines of LINES) {
      const { perRequest, permission } = await house.ask('doors', { lines });
      rows.push(
        atMost(`address and permission, ${lines} lines`, perRequest, { unit: 'µs', target: 200 }),
        line(`of that the permission, ${lines} lines`, permission, 'µs'),
      );
    }
    return rows;
  } finally {
    await house.close();
  }
}
