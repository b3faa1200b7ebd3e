import { waitUntil } from '../demo/http/wait-until.mjs';
import { balanceOf } from './balance.mjs';
import { act, countersigned } from './edition.mjs';

/** One edition, one fault, and whether the books balance afterwards. */
export async function playRound({ site, chance }, { name, fault }) {
  await site.haveEnv(fault.env ?? {});
  await site.sink.empty();
  const people = await site.signIn();
  await fault.before?.({ site, people });
  const readers = site.readers - site.left;
  const timing = { againMs: 0 };
  const scene = { site, chance, people, timing, ...(await countersigned(people, name)) };
  const left = await strike(scene, fault.steps);
  await comeToRest(scene, fault.ends ?? 'sent');
  const [states, accepted] = await Promise.all([
    site.ledger.states(scene.edition),
    site.sink.empty(),
  ]);
  await beDone(scene);
  const books = balanceOf({ states, accepted, ...timing }, { ...fault, readers });
  return { name, left, ...books };
}

async function strike(scene, steps) {
  // Whoever asks may get no answer: what they asked dies in the middle.
  const asked = act(scene.people, scene.edition, 'start').catch(() => undefined);
  const notes = [];
  for (const step of steps) notes.push(await step(scene));
  await asked;
  return notes.filter(Boolean).join(', ');
}

const BEFORE_THE_START = ['approved', 'scheduled'];

/** Started once more if the first start was lost before it was written down. */
async function comeToRest({ site, people, edition }, end) {
  await waitUntil(`the edition is ${end} and nothing of it is open`, async () => {
    const state = await site.ledger.stateOf(edition);
    if (BEFORE_THE_START.includes(state)) await act(people, edition, 'start');
    const { pending = 0, sending = 0, deferred = 0 } = await site.ledger.counts(edition);
    if (sending > 0) return false;
    if (end === 'cancelled') return state === end;
    return pending === 0 && (state === 'sent' || (end === 'anyhow' && deferred > 0));
  });
}

/** What is deferred must not go out in the middle of a later round. */
async function beDone({ site, people, edition }) {
  const state = await site.ledger.stateOf(edition);
  if (state === 'sending') await act(people, edition, 'cancel');
}
