import type { Claim } from '../../server/src/ports';
import { batchInHand, LATER, LEASE, OK, settlement, statesIn } from '../support/in-hand';
import { openLedger, type TestLedger } from '../support/ledger';

describe('after a worker was given up for dead', () => {
  let house: TestLedger;
  beforeAll(async () => {
    house = await openLedger();
  });
  afterAll(() => house.close());

  const inHand = (readers: number) => batchInHand(house, readers);
  const statesOf = (claim: Claim) => statesIn(house, claim);

  /** One delivery of ann's that bob has called uncertain. */
  const givenUp = async () => {
    const { edition, claim, ids } = await inHand(1);
    await house.mark(claim, ids);
    house.clock.pass(LEASE);
    const next = await house.batches.takeOver(claim, 'bob', LEASE);
    if (!next) throw new Error('bob should have it');
    const left = await house.ledger.findSending(next);
    expect(left).toMatchObject([
      { id: ids[0], attempt: 0, firstTriedAt: null, fence: claim.fence },
    ]);
    await house.ledger.settleAbandoned(next, [settlement(ids[0], { kind: 'uncertain' })], 1000);
    await house.batches.release(next, 0);
    return { edition, claim, id: ids[0] };
  };

  it('a reply that comes late still settles what was uncertain', async () => {
    const { edition, claim, id } = await givenUp();
    await house.settle(claim, [settlement(id, { kind: 'accepted', reply: OK }, 2000)], 2000);
    expect(await statesOf(claim)).toEqual(['accepted']);
    expect(await house.reports.tallies([edition.id])).toMatchObject([
      { state: 'accepted', count: 1 },
    ]);
  });

  it('what goes out next is marked all the same', async () => {
    const late = await givenUp();
    const { claim, ids } = await inHand(1);
    const settlements = [settlement(late.id, { kind: 'accepted', reply: OK }, 2000)];
    const settling = [{ claim: late.claim, settlements }];
    expect(await house.ledger.exchange(settling, { claim, ids }, 2000)).toEqual(ids);
    expect(await statesOf(late.claim)).toEqual(['accepted']);
    expect(await statesOf(claim)).toEqual(['sending']);
  });

  it('nothing that comes late makes it go out again', async () => {
    const { claim, id } = await givenUp();
    await house.settle(claim, [settlement(id, { kind: 'deferred', reply: LATER })], 2000);
    await house.settle(
      claim,
      [settlement(id, { kind: 'trouble', because: 'tls', reply: null })],
      2000,
    );
    expect(await statesOf(claim)).toEqual(['uncertain']);
  });

  it('a journal found late settles it too', async () => {
    const { edition, claim, id = '' } = await givenUp();
    expect(await house.ledger.findUncertain([id, '999999'])).toMatchObject([{ id }]);
    await house.ledger.settleUncertain([settlement(id, { kind: 'accepted', reply: OK })], 2000);
    expect(await statesOf(claim)).toEqual(['accepted']);
    expect(await house.reports.tallies([edition.id])).toMatchObject([
      { state: 'accepted', count: 1 },
    ]);
  });

  it('who has lost a batch cannot settle what the next owner has marked', async () => {
    const { audience, claim, ids } = await inHand(1);
    house.clock.pass(LEASE);
    const next = await house.batches.takeOver(claim, 'bob', LEASE);
    if (!next) throw new Error('bob should have it');
    await house.ledger.findDue(next, audience, 1);
    await house.mark(next, ids);
    await house.settle(claim, [settlement(ids[0], { kind: 'accepted', reply: OK })], 1);
    expect(await statesOf(claim)).toEqual(['sending']);
  });

  it('a batch is not done while a delivery of it may still be on its way', async () => {
    const { claim, ids } = await inHand(1);
    await house.mark(claim, ids);
    expect(await house.batches.release(claim, 0)).toMatchObject({ batchId: claim.batchId });
  });
});
