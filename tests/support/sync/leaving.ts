import type { Asking } from '../../../server/src/domain/access/asking';
import { normaliseAddress } from '../../../server/src/domain/subscribers/address';
import type { Keys } from '../../../server/src/ports';
import type { People } from '../../../server/src/wiring/people';
import { addressOf } from './users';

const AN_ADMIN: Asking = { person: 'an-admin', door: 'admin', ip: null };

/** What readers, relays and people in the admin do, to whom they know by address. */
export function leavingOf({ manage, subscribers }: People, keys: Keys) {
  const hashOf = (name: string): string => {
    const address = normaliseAddress(addressOf(name));
    if (!address.ok) throw new Error(`no address: ${name}`);
    return keys.addressHash(address.value.normalised);
  };
  const idOf = async (name: string): Promise<string> => {
    const id = (await subscribers.idsOf([hashOf(name)])).get(hashOf(name));
    if (id === undefined) throw new Error(`no subscriber ${name}`);
    return id;
  };
  return {
    readerOf: async (name: string) => subscribers.reveal(await idOf(name)),
    recordOf: async (name: string) => subscribers.find(await idOf(name)),
    unsubscribe: async (name: string) =>
      manage.unsubscribe([{ subscriberId: await idOf(name), how: 'one-click' }]),
    complain: async (name: string) => manage.stop([await idOf(name)], { how: 'complaint' }),
    bounce: async (name: string) => manage.stop([await idOf(name)], { how: 'hard-bounce' }),
    suppress: (name: string) => manage.suppress(addressOf(name), AN_ADMIN, null),
    lift: (name: string) => manage.lift(hashOf(name), AN_ADMIN),
  };
}
