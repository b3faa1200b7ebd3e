import { createKeys, verifierOf } from '../adapters/keys/keys';
import { checkKey } from '../adapters/store/key-book';
import type { Instance } from '../domain/editions/countersignature';
import { newId } from '../domain/ids';
import type { Chance, Keys, RowSigner } from '../ports';
import type { Config } from '../config/config';
import type { Foundation } from './foundation';

const KEY_ID = 'k1';
const DATABASE_ID_SETTING = 'database-id';
const THE_HOUSE_ITSELF = 'house';

/** For the rows of the audit trail; null while there is no secret. */
export function signerOf(
  { secret }: Pick<Config, 'secret'>,
  { chance }: { readonly chance: Chance },
): RowSigner | null {
  if (secret === null) return null;
  const keys = createKeys([{ id: KEY_ID, secret }], chance);
  return {
    nonce: () => Buffer.from(chance.bytes(16)).toString('hex'),
    sign: (text) => keys.sign('audit', text),
  };
}

/**
 * @throws if the database was written under another secret: every sealed address and every suppression
 *   hangs on it, so Strapi does not start with a wrong one
 */
export async function openKeys({ db, world }: Foundation, secret: string): Promise<Keys> {
  const key = { id: KEY_ID, secret };
  const verifier = verifierOf(key);
  const check = await checkKey(db, { id: KEY_ID, verifier }, world.clock.now());
  if (check === 'wrong-secret') {
    throw new Error(
      'Error regarding countersign config: secret must be the one this database was written with; ' +
        'addresses and suppressions cannot be read with another',
    );
  }
  return createKeys([key], world.chance);
}

/** Which installation seals belong to; the database's own part is made once. */
export async function instanceOf({ config, stores, world }: Foundation): Promise<Instance> {
  const { settings, transactions } = stores;
  const databaseId = await transactions.within(async () => {
    const known = await settings.get(DATABASE_ID_SETTING);
    if (typeof known === 'string') return known;
    const made = newId(world.clock.now(), world.chance.bytes(10));
    await settings.set(DATABASE_ID_SETTING, made, THE_HOUSE_ITSELF, world.clock.now());
    return made;
  });
  return { publicUrl: config.publicUrl ?? '', databaseId };
}
