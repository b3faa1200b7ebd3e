import { waitUntil } from '../demo/http/wait-until.mjs';
import { balanceOf } from './balance.mjs';
import { act, countersigned } from './edition.mjs';

/** One edition, one fault, and whether the books balance afterwards. */
export async function playRound({ site, chance }, { name, fault }) {
  const { env = {} } = fault;
  await site.haveEnv(typeof env === 'function' ? env(site) : env);
  await site.sink.empty();
  const people = await site.signIn();
  await fault.before?.({ site, people });
  const readers = site.readers - site.left;
  const timing = { againMs: 0 };
  const made = await countersigned(people, name, wishIn(site, fault.wishedInMinutes));
  const scene = { site, chance, people, timing, ...made };
  const left = await strike(scene, fault);
  await comeToRest(scene, fault.ends ?? 'sent');
  const [states, accepted] = await Promise.all([
    site.ledger.states(scene.edition),
    site.sink.empty(),
  ]);
  await beDone(scene);
  const books = balanceOf(
    { states, accepted, ...timing },
    { ...fault, readers: fault.isFrozen === false ? 0 : readers },
  );
  return { name, left, ...books };
}

/** As an author writes it: a wall clock and a zone. */
function wishIn({ clock }, minutes) {
  if (minutes === undefined) return undefined;
  const at = new Date(clock.now() + minutes * 60_000);
  return { local: at.toISOString().slice(0, 16), zone: 'UTC' };
}

async function strike(scene, { steps, wishedInMinutes }) {
  const isAsked = wishedInMinutes === undefined;
  // Whoever asks may get no answer: what they asked dies in the middle.
  const asked = isAsked && act(scene.people, scene.edition, 'start').catch(() => undefined);
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
    if (BEFORE_THE_START.includes(state) && end !== 'held') await startOnceMore(people, edition);
    const { pending = 0, sending = 0, deferred = 0 } = await site.ledger.counts(edition);
    if (sending > 0) return false;
    if (end === 'cancelled' || end === 'held') return state === end;
    return pending === 0 && (state === 'sent' || (end === 'anyhow' && deferred > 0));
  });
}

/** Where the one that died had begun to start it, its lease has to end first. */
async function startOnceMore(people, edition) {
  try {
    await act(people, edition, 'start');
  } catch (error) {
    if (error.code !== 'somebody-was-first') throw error;
  }
}

/** What is deferred must not go out in the middle of a later round. */
async function beDone({ site, edition }) {
  const state = await site.ledger.stateOf(edition);
  // Signed in anew: where the clock has jumped a session is over.
  if (['sending', 'held'].includes(state)) await act(await site.signIn(), edition, 'cancel');
}
