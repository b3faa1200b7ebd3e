/** Subscribers on a list, written as fast as the database takes them. */
import { randomFillSync } from 'node:crypto';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
require('../../tests/support/typescript.cjs');
const { createKeys } = require('../../server/src/adapters/keys/keys.ts');
const { sealContext, sealText } = require('../../server/src/domain/subscribers/sealed.ts');

const AT_ONCE = 500;
/** Columns of a row times rows must stay under what SQLite binds in a statement. */
const ROWS = 90;

const chance = { bytes: (count) => randomFillSync(Buffer.alloc(count)), number: () => 0 };

/** Sealed as the plugin seals them, so that they can be written to. */
export async function addPeople(db, { secret, from, count }) {
  const keys = createKeys([{ id: 'k1', secret }], chance);
  for (let at = from; at < from + count; at += AT_ONCE) {
    const some = Math.min(AT_ONCE, from + count - at);
    const ids = Array.from({ length: some }, (_, offset) => at + offset + 1);
    await db.transaction(async ({ trx }) => {
      await insert(
        trx('countersign_subscribers'),
        ids.map((id) => reader(id, keys)),
      );
      await insert(trx('countersign_memberships'), ids.map(membership));
    });
  }
}

async function insert(into, rows) {
  for (let at = 0; at < rows.length; at += ROWS)
    await into.clone().insert(rows.slice(at, at + ROWS));
}

function reader(id, keys) {
  const address = `reader${id}@example.com`;
  const hash = keys.addressHash(address);
  const person = { address, name: `Reader Number ${id}` };
  const sealed = keys.seal(sealText(person), sealContext(hash));
  return {
    ...{ id, address_hash: hash, key_id: 'k1', sealed, domain: 'example.com' },
    ...{ label: `r${id % 1000}•••@e•••.com`, locale: 'en', status: 'active' },
    ...{ created_at: Date.now(), updated_at: Date.now() },
  };
}

const membership = (id) => ({
  ...{ list_id: 'newsletter', subscriber_id: id, is_on: true, since: Date.now() },
});
