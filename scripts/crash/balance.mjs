const FINAL = new Set(['accepted', 'rejected', 'skipped', 'uncertain']);

/**
 * What the ledger says, delivery by delivery, against what the relay took, message by message.
 *
 * @param states   delivery id → state
 * @param accepted what the relay said 250 to
 * @param mayBe    `readers`: all of them; `uncertain`: at most so many
 */
export function balanceOf({ states, accepted }, mayBe) {
  const taken = countBy(accepted.map(({ messageId }) => deliveryOf(messageId)));
  const readers = countBy(accepted.flatMap(({ to }) => to));
  const ids = (fits) => [...states].filter(([id, state]) => fits(state, taken.get(id) ?? 0)).length;
  const found = {
    readers: states.size,
    accepted: ids((state) => state === 'accepted'),
    rejected: ids((state) => state === 'rejected'),
    deferred: ids((state) => state === 'deferred'),
    uncertain: ids((state) => state === 'uncertain'),
    'of them taken': ids((state, times) => state === 'uncertain' && times > 0),
    open: ids((state) => !FINAL.has(state) && state !== 'deferred'),
    lost: ids((state, times) => state === 'accepted' && times === 0),
    unaccounted: ids(
      (state, times) => ['rejected', 'skipped', 'deferred', 'pending'].includes(state) && times > 0,
    ),
    strange: [...taken.keys()].filter((id) => !states.has(id)).length,
    doubled: [...taken.values(), ...readers.values()].filter((times) => times > 1).length,
  };
  const zero = ['lost', 'unaccounted', 'strange', 'doubled', ...(mayBe.open ? [] : ['open'])];
  const wrong = zero.filter((name) => found[name] > 0);
  if (found.readers !== mayBe.readers) wrong.push('readers');
  if (found.uncertain > mayBe.uncertain) wrong.push('uncertain');
  return { ...found, wrong };
}

function countBy(names) {
  const counts = new Map();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** `<cs.DELIVERY.…@domain>`, as `domain/delivery/message-id.ts` writes it. */
const deliveryOf = (messageId = '') => messageId.split('.')[1] ?? messageId;
