import { waitUntil } from '../demo/http/wait-until.mjs';
import { balanceOf } from './balance.mjs';
import { act, countersigned } from './edition.mjs';

/** One edition, one fault, and whether the books balance afterwards. */
export async function playRound({ site, chance }, { name, fault }) {
  await site.sink.empty();
  const people = await site.signIn();
  const edition = await countersigned(people, name);
  const scene = { site, chance, people, edition };
  await fault.before?.(scene);
  // Whoever asks may get no answer: what they asked dies in the middle.
  const asked = act(people, edition, 'start').catch(() => undefined);
  const notes = [];
  for (const step of fault.steps) notes.push(await step(scene));
  await asked;
  await comeToRest(scene, fault.ends ?? 'sent');
  const [states, accepted] = [await site.ledger.states(edition), await site.sink.empty()];
  const mayBe = { ...fault, readers: site.readers, open: fault.ends === 'cancelled' };
  return {
    name,
    left: notes.filter(Boolean).join(', '),
    ...balanceOf({ states, accepted }, mayBe),
  };
}

const BEFORE_THE_START = ['approved', 'scheduled'];

/** Started once more if the first start was lost before it was written down. */
async function comeToRest({ site, people, edition }, end) {
  await waitUntil(`the edition is ${end} and nothing of it is open`, async () => {
    const state = await site.ledger.stateOf(edition);
    if (BEFORE_THE_START.includes(state)) await act(people, edition, 'start');
    const { pending = 0, sending = 0 } = await site.ledger.counts(edition);
    return state === end && sending === 0 && (end === 'cancelled' || pending === 0);
  });
}
