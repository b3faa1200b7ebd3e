import { deliveryOf } from './message-id.mjs';

const FINAL = new Set(['accepted', 'rejected', 'skipped', 'uncertain']);
/** Nothing of such a delivery can have been taken. */
const NOT_OUT = new Set(['rejected', 'skipped', 'deferred', 'pending']);
/** How soon after a restart it sends again at the latest, on a slow machine too. */
const WITHIN_MS = 20_000;

/**
 * What the ledger says, delivery by delivery, against what the relay took, message by message.
 *
 * @param found `states`: delivery id → state; `accepted`: what the relay said 250 to, `{ to, messageId }`;
 *   `againMs`: how long after a restart it sent again
 * @param mayBe what the fault allows, see `faults.mjs`, and `readers`: all of them
 * @returns the counts, and in `wrong` the names of those that are not as they must be
 */
export function balanceOf({ states, accepted, againMs = 0 }, mayBe) {
  const taken = countBy(accepted.map(({ messageId }) => deliveryOf(messageId)));
  const readers = countBy(accepted.flatMap(({ to }) => to));
  const ids = (fits) => [...states].filter(([id, state]) => fits(state, taken.get(id) ?? 0)).length;
  const inState = (wanted) => ids((state) => state === wanted);
  const found = {
    readers: states.size,
    accepted: inState('accepted'),
    rejected: inState('rejected'),
    deferred: inState('deferred'),
    skipped: inState('skipped'),
    uncertain: inState('uncertain'),
    'of them taken': ids((state, times) => state === 'uncertain' && times > 0),
    open: ids((state) => !FINAL.has(state) && state !== 'deferred'),
    lost: ids((state, times) => state === 'accepted' && times === 0),
    unaccounted: ids((state, times) => NOT_OUT.has(state) && times > 0),
    strange: [...taken.keys()].filter((id) => !states.has(id)).length,
    doubled: Math.max(twice(taken), twice(readers)),
    againMs,
  };
  return { ...found, wrong: wrongIn(found, mayBe) };
}

function wrongIn(found, mayBe) {
  const { readers, uncertain, skipped = 0, ends = 'sent', withinMs = WITHIN_MS, forgets } = mayBe;
  const isOver = ends === 'cancelled' || ends === 'held';
  const never = forgets
    ? ['lost', 'strange', 'doubled']
    : ['lost', 'unaccounted', 'strange', 'doubled'];
  const wrong = never.filter((name) => found[name] > 0);
  if (found.open > 0 && !isOver) wrong.push('open');
  if (found.deferred > 0 && ends === 'sent') wrong.push('deferred');
  if (found.skipped !== skipped && !isOver) wrong.push('skipped');
  if (found.readers !== readers) wrong.push('readers');
  if (found.uncertain > uncertain) wrong.push('uncertain');
  if (found.againMs > withinMs) wrong.push('againMs');
  return wrong;
}

function countBy(names) {
  const counts = new Map();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

const twice = (counts) => [...counts.values()].filter((times) => times > 1).length;
