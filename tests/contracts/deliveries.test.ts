import { obstacleFor } from '../../server/src/domain/delivery/obstacle';
import type { Outcome, Reply } from '../../server/src/domain/delivery/outcome';
import type { Claim } from '../../server/src/ports';
import {
  batchInHand,
  claimFirst,
  LATER,
  LEASE,
  OK,
  settlement,
  statesIn,
} from '../support/in-hand';
import { openLedger, toLists, type TestLedger } from '../support/ledger';

const GONE: Reply = { stage: 'rcpt', code: 550, enhanced: '5.1.1', text: '‹address› unknown' };

describe('the delivery ledger', () => {
  let house: TestLedger;
  beforeAll(async () => {
    house = await openLedger();
  });
  afterAll(() => house.close());

  const inHand = (readers: number) => batchInHand(house, readers);
  const statesOf = (claim: Claim) => statesIn(house, claim);

  it('lets others have a turn each time it is asked, on SQLite too', async () => {
    const { claim, audience } = await inHand(1);
    let turns = 0;
    const other = (): void => {
      turns += 1;
      if (turns < 100) setImmediate(other);
    };
    setImmediate(other);
    for (let asked = 0; asked < 10; asked += 1) await house.ledger.findDue(claim, audience, 1);
    expect(turns).toBeGreaterThanOrEqual(9);
  });

  it('gives what is due with its reader as of now', async () => {
    const { claim, audience, due } = await inHand(2);
    expect(due).toHaveLength(2);
    expect(due[0]).toMatchObject({ locale: 'en', attempt: 0, firstTriedAt: null });
    expect(due[0]?.reader).toMatchObject({ status: 'active', isIncluded: true, isExcluded: false });
    expect(await house.ledger.findDue(claim, audience, 1)).toHaveLength(1);
  });

  it.each([
    ['suppressed', 'unsubscribed', (id: string) => house.suppress(id)],
    ['suppressed by a bounce', 'suppressed', (id: string) => house.suppress(id, 'hard-bounce')],
    [
      'erased',
      'erased',
      (id: string) => update('subscribers', { id }, { status: 'erased', sealed: null }),
    ],
    ['gone', 'erased', (id: string) => update('subscribers', { id }, null)],
    [
      'off the list',
      'no-consent',
      (id: string) => update('memberships', { subscriber_id: id }, { is_on: false }),
    ],
    ['on a list left out', 'inactive', (id: string) => join(id, 'staff')],
  ] as const)('sees that a reader is %s since the freeze', async (_what, because, happen) => {
    const { claim, audience, due } = await inHand(2);
    await happen(due[0]?.subscriberId ?? '');
    const now = await house.ledger.findDue(claim, audience, 10);
    expect(now.map(({ reader }) => obstacleFor(reader))).toEqual([because, null]);
  });

  const update = (table: 'subscribers' | 'memberships', where: object, change: object | null) =>
    house.db.read(async (k) => {
      const rows = house.db.table(k, `countersign_${table}`).where(where);
      await (change ? rows.update(change) : rows.delete());
    });

  const join = (subscriberId: string, list: string) =>
    house.db.read(async (k) => {
      const row = { list_id: list, subscriber_id: subscriberId, is_on: true, since: 0 };
      await house.db.table(k, 'countersign_memberships').insert(row);
    });

  it('marks what is due, once', async () => {
    const { claim, ids } = await inHand(3);
    expect(await house.mark(claim, ids.slice(0, 2))).toEqual(ids.slice(0, 2));
    expect(await house.mark(claim, ids)).toEqual(ids);
    expect(await statesOf(claim)).toEqual(['sending', 'sending', 'sending']);
  });

  it('marks though the session has forgotten what it had prepared, as behind a pooler', async () => {
    const { claim, ids } = await inHand(2);
    await house.mark(claim, ids.slice(0, 1));
    if (house.db.dialect === 'postgres') await house.db.read((k) => k.raw('deallocate all'));
    expect(await house.mark(claim, ids.slice(1))).toEqual(ids.slice(1));
    expect(await statesOf(claim)).toEqual(['sending', 'sending']);
  });

  it('marks each delivery for one of two workers who both believe the batch is theirs', async () => {
    const { claim, ids } = await inHand(2);
    await house.mark(claim, ids.slice(0, 1));
    house.clock.pass(LEASE);
    const next = await house.batches.takeOver(claim, 'bob', LEASE);
    if (!next) throw new Error('bob should have it');
    expect(await house.mark(claim, ids.slice(1))).toEqual([]);
    expect(await house.mark(next, ids)).toEqual(ids.slice(1));
  });

  it.each(['pause', 'hold', 'cancel'] as const)('marks nothing after a %s', async (move) => {
    const { edition, claim, ids } = await inHand(1);
    await house.editions.move(edition.id, move, { at: 1, heldBecause: 'seal' });
    expect(await house.mark(claim, ids)).toEqual([]);
  });

  it('settles a group of different outcomes at once', async () => {
    const { edition, claim, ids } = await inHand(6);
    const [a, b, c, d, e, f] = await house.mark(claim, ids);
    await house.settle(
      claim,
      [
        settlement(a, { kind: 'accepted', reply: OK }),
        settlement(b, { kind: 'rejected', because: 'no-such-mailbox', reply: GONE }),
        settlement(c, { kind: 'deferred', reply: LATER }),
        settlement(d, { kind: 'uncertain' }),
        settlement(e, { kind: 'trouble', because: 'tls', reply: null }),
        settlement(f, { kind: 'skipped', because: 'bad-address' }),
      ],
      1000,
    );
    const page = await house.reports.deliveries({ editionId: edition.id, limit: 10 });
    expect(page).toMatchObject([
      { state: 'accepted', attempt: 1, firstTriedAt: 1000, settledAt: 1000, reply: OK },
      { state: 'rejected', because: 'no-such-mailbox', settledAt: 1000, reply: GONE },
      { state: 'deferred', because: null, settledAt: null, dueAt: 1000 + 1_800_000, reply: LATER },
      { state: 'uncertain', settledAt: 1000, reply: null },
      { state: 'pending', because: 'tls', attempt: 0, firstTriedAt: null, settledAt: null },
      { state: 'skipped', because: 'bad-address', settledAt: 1000 },
    ]);
  });

  it('settles what came of two batches and marks what is next of one, at once', async () => {
    const [first, second] = [await inHand(3), await inHand(2)];
    await house.mark(first.claim, first.ids.slice(0, 2));
    await house.mark(second.claim, second.ids.slice(0, 1));
    const accepted: Outcome = { kind: 'accepted', reply: OK };
    const settling = [
      {
        claim: first.claim,
        settlements: [
          settlement(first.ids[0], accepted),
          settlement(first.ids[1], { kind: 'deferred', reply: LATER }),
        ],
      },
      { claim: second.claim, settlements: [settlement(second.ids[0], accepted)] },
    ];
    const marking = { claim: second.claim, ids: second.ids.slice(1) };
    expect(await house.ledger.exchange(settling, marking, 1000)).toEqual(marking.ids);
    expect(await statesOf(first.claim)).toEqual(['accepted', 'deferred', 'pending']);
    expect(await statesOf(second.claim)).toEqual(['accepted', 'sending']);
  });

  it('settles what came of a paused edition, and marks nothing of it', async () => {
    const { edition, claim, ids } = await inHand(2);
    await house.mark(claim, ids.slice(0, 1));
    await house.editions.move(edition.id, 'pause', { at: 1 });
    const settlements = [settlement(ids[0], { kind: 'accepted', reply: OK })];
    const marking = { claim, ids: ids.slice(1) };
    expect(await house.ledger.exchange([{ claim, settlements }], marking, 1000)).toEqual([]);
    expect(await statesOf(claim)).toEqual(['accepted', 'pending']);
  });

  it('brings a deferred delivery back when it is due', async () => {
    const { audience, claim, ids } = await inHand(1);
    await house.mark(claim, ids);
    const now = await house.clock.now();
    await house.settle(claim, [settlement(ids[0], { kind: 'deferred', reply: LATER }, now)], now);
    expect(await house.ledger.findDue(claim, audience, 10)).toEqual([]);
    const wake = await house.batches.release(claim, 0);
    expect(wake?.dueAt).toBe(now + 1_800_000);
    house.clock.set(wake?.dueAt ?? 0);
    const again = await house.batches.claim(claim.batchId, 'bob', LEASE);
    expect(again && (await house.ledger.findDue(again, audience, 10))).toMatchObject([
      { id: ids[0], attempt: 1, firstTriedAt: now },
    ]);
  });

  it.each([
    ['long', '"\\'.repeat(150), '"\\'.repeat(75)],
    ['in any writing', 'Schön: 已接收 📬', 'Schön: 已接收 📬'],
  ])('keeps a reply that is %s in what any column takes', async (_what, text, kept) => {
    const { edition, claim, ids } = await inHand(1);
    await house.mark(claim, ids);
    const accepted: Outcome = { kind: 'accepted', reply: { ...OK, text } };
    await house.settle(claim, [settlement(ids[0], accepted)], 1000);
    const [delivery] = await house.reports.deliveries({ editionId: edition.id, limit: 1 });
    expect(delivery?.reply?.text).toBe(kept);
    const [row] = await house.rows('deliveries', { batch_id: claim.batchId });
    expect(row?.reply).toMatch(/^[ -~]+$/);
  });

  it('skips, batch by batch, what is left of a cancelled edition', async () => {
    await house.addReaders(600, { lists: ['cancelled'] });
    const edition = await house.addFreezing(toLists(['cancelled']));
    await house.freezeAll(edition);
    const claim = await claimFirst(house, edition.id);
    const [due] = await house.ledger.findDue(claim, edition.content.audience, 1);
    await house.mark(claim, [due?.id ?? '']);
    await house.editions.move(edition.id, 'cancel', { at: 1 });

    const first = await house.ledger.cancelNext(edition.id, null, 9);
    expect(first).toEqual({ batchId: claim.batchId, skipped: 499 });
    const second = await house.ledger.cancelNext(edition.id, first?.batchId ?? null, 9);
    expect(second).toMatchObject({ skipped: 100 });
    expect(await house.ledger.cancelNext(edition.id, second?.batchId ?? null, 9)).toBeNull();

    await house.settle(claim, [settlement(due?.id, { kind: 'accepted', reply: OK })], 10);
    expect(await house.batches.release(claim, 0)).toBeNull();
    expect(await house.batches.hasOpen(edition.id)).toBe(false);
    const tallies = await house.reports.tallies([edition.id]);
    expect(tallies).toHaveLength(2);
    expect(tallies).toContainEqual(expect.objectContaining({ state: 'accepted', count: 1 }));
    expect(tallies).toContainEqual(
      expect.objectContaining({ state: 'skipped', because: 'cancelled', count: 599 }),
    );
  });
});
