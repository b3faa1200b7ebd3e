import { hashInName } from '../domain/campaigns/pictures';
import { readUnsubscribeToken } from '../domain/delivery/unsubscribe-token';
import { isPaused, type PauseDays } from '../domain/subscribers/pause';
import type { SpacingDays } from '../domain/subscribers/spacing';
import { createPressLimit } from '../adapters/form-limit';
import { localesOf } from '../adapters/host/locales';
import { isTheirs } from '../domain/subscribers/choose';
import { gather } from '../adapters/gather';
import type { Keys } from '../ports';
import type { Foundation } from './foundation';
import type { People } from './people';

/** What readers reach without a login: the way out, and the pictures of their mail. */
export function readerRooms(
  foundation: Foundation,
  keys: Keys,
  { people, wake }: { readonly people: People; readonly wake: () => void },
) {
  const { stores } = foundation;
  const tokenKeys = [{ id: keys.currentId, secret: keys.rawKey('unsubscribe') }];
  const claimOf = (token: string) => readUnsubscribeToken(token, tokenKeys);
  const unsubscribe = gather(people.manage.unsubscribe);

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
        if (!claim.ok) return null;
        const { subscriberId, editionId } = claim.value;
        const locales = await unsubscribe({ subscriberId, how, editionId });
        return { locale: locales.get(subscriberId) ?? null };
      },
    },
    preferences: preferenceRoom(foundation, { people, wake, claimOf }),
    assets: {
      read: async (name: string) => {
        const hash = hashInName(name);
        return hash === undefined ? null : stores.assets.get(hash);
      },
    },
  };
}

/** The same token as the way out: whoever may leave all lists may choose among them. */
function preferenceRoom({ strapi, world }: Foundation, { people, wake, claimOf }: Preferring) {
  const personOf = (token: string): string | null => {
    const claim = claimOf(token);
    return claim.ok ? claim.value.subscriberId : null;
  };
  const mayPress = createPressLimit();
  return {
    mayPress: (token: string) => mayPress(personOf(token) ?? ''),
    look: async (token: string) => {
      const id = personOf(token);
      if (id === null) return null;
      const view = await ownView(people, id, world.clock.now());
      return { ...view, locales: await localesOf(strapi) };
    },
    pause: async (token: string, days: PauseDays | null) => {
      const id = personOf(token);
      if (id !== null) await people.manage.pause(id, days);
      return id !== null;
    },
    space: async (token: string, days: SpacingDays | null) => {
      const id = personOf(token);
      if (id !== null) await people.manage.space(id, days);
      return id !== null;
    },
    speak: async (token: string, locale: string) => {
      const id = personOf(token);
      const isKnown = (await localesOf(strapi)).includes(locale);
      if (id !== null && isKnown) await people.manage.speak(id, locale);
      return id !== null;
    },
    choose: async (token: string, listIds: readonly string[]) => {
      const id = personOf(token);
      if (id !== null) await people.manage.choose(id, listIds);
      // Who comes back to a list is on it when their sources have been asked.
      wake();
      return id !== null;
    },
    download: async (token: string) => {
      const id = personOf(token);
      return id === null ? null : people.read.accessOwn(id);
    },
    erase: async (token: string) => {
      const id = personOf(token);
      if (id !== null) await people.manage.eraseSelf(id);
      return id !== null;
    },
  };
}

interface Preferring {
  readonly people: People;
  readonly wake: () => void;
  readonly claimOf: ClaimOf;
}

type ClaimOf = (token: string) => ReturnType<typeof readUnsubscribeToken>;

async function ownView(people: People, id: string, now: number) {
  const found = await people.subscribers.find(id);
  const names = new Map((await people.lists.all()).map((list) => [list.id, list.name]));
  return {
    locale: found?.locale ?? null,
    isErased: !found || found.suppressed === 'erased',
    pausedUntil: isPaused(found?.pausedUntil ?? null, now) ? (found?.pausedUntil ?? null) : null,
    spacing: found?.spacing ?? null,
    isOut: !found || found.suppressed !== null,
    lists: (found?.memberships ?? []).filter(isTheirs).map(({ listId, isOn }) => ({
      id: listId,
      name: names.get(listId) ?? listId,
      isOn,
    })),
  };
}
