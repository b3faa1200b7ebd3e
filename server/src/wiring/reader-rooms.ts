import { hashInName } from '../domain/campaigns/pictures';
import { readUnsubscribeToken } from '../domain/delivery/unsubscribe-token';
import type { Keys } from '../ports';
import type { Foundation } from './foundation';
import type { People } from './people';

/** What readers reach without a login: the way out, and the pictures of their mail. */
export function readerRooms({ stores }: Foundation, keys: Keys, people: People) {
  const tokenKeys = [{ id: keys.currentId, secret: keys.rawKey('unsubscribe') }];
  const claimOf = (token: string) => readUnsubscribeToken(token, tokenKeys);

  return {
    unsubscribe: {
      look: async (token: string) => {
        const claim = claimOf(token);
        if (!claim.ok) return null;
        const found = await people.subscribers.find(claim.value.subscriberId);
        return { locale: found?.locale ?? null };
      },
      leave: async (token: string, how: 'one-click' | 'page') => {
        const claim = claimOf(token);
        if (!claim.ok) return false;
        const { subscriberId, editionId } = claim.value;
        await people.manage.unsubscribe(subscriberId, { how, editionId });
        return true;
      },
    },
    assets: {
      read: async (name: string) => {
        const hash = hashInName(name);
        return hash === undefined ? null : stores.assets.get(hash);
      },
    },
  };
}
