import { afterOutcome } from '../../server/src/domain/delivery/delivery';
import type { Outcome, Reply } from '../../server/src/domain/delivery/outcome';
import type { Claim, Settlement } from '../../server/src/ports';
import { type TestLedger, toLists } from './ledger';

/** ms that a batch is somebody's */
export const LEASE = 30_000;
export const OK: Reply = { stage: 'dot', code: 250, enhanced: '2.0.0', text: 'queued as 1' };
export const LATER: Reply = { stage: 'rcpt', code: 451, enhanced: '4.7.1', text: 'greylisted' };

let lists = 0;

/** A batch in ann's hands, with its due deliveries. */
export async function batchInHand(house: TestLedger, readers: number) {
  const list = `ledger-${lists++}`;
  await house.addReaders(readers, { lists: [list] });
  const edition = await house.addFreezing(toLists([list], ['staff']));
  await house.freezeAll(edition);
  const claim = await claimFirst(house, edition.id);
  const { audience } = edition.content;
  const due = await house.ledger.findDue(claim, audience, 100);
  return { edition, audience, claim, due, ids: due.map(({ id }) => id) };
}

/** The edition's first batch, in ann's hands. */
export async function claimFirst({ batches }: TestLedger, editionId: string): Promise<Claim> {
  const [wake] = await batches.findOpen(editionId, null, 1);
  const claim = await batches.claim(wake?.batchId ?? '', 'ann', LEASE);
  if (!claim) throw new Error('the batch should be free');
  return claim;
}

/** Of the batch's deliveries. */
export const statesIn = async (house: TestLedger, { batchId }: Claim): Promise<unknown[]> =>
  (await house.rows('deliveries', { batch_id: batchId })).map(({ state }) => state);

/** What came of a delivery's first try. */
export const settlement = (id = '', outcome: Outcome, now = 1000): Settlement => ({
  id,
  change: afterOutcome({ attempt: 0, firstTriedAt: null }, outcome, { now, random: 0 }),
});
