import { afterOutcome } from '../../server/src/domain/delivery/delivery';
import type { Outcome, Reply } from '../../server/src/domain/delivery/outcome';
import type { FullEdition } from '../../server/src/domain/editions/edition';
import type { Claim } from '../../server/src/ports';
import { MINUTE, NOON } from '../support/editions';
import { openLedger, toLists, type TestLedger } from '../support/ledger';

const OK: Reply = { stage: 'dot', code: 250, enhanced: null, text: 'ok' };
const accepted: Outcome = { kind: 'accepted', reply: OK };
const rejected: Outcome = { kind: 'rejected', because: 'refused', reply: { ...OK, code: 550 } };

describe('the report reader', () => {
  let house: TestLedger;
  let edition: FullEdition;
  let other: FullEdition;
  beforeAll(async () => {
    house = await openLedger();
    await house.addReaders(1200, { lists: ['big'] });
    edition = await house.addFreezing(toLists(['big']));
    await house.freezeAll(edition);
    other = await house.addFreezing(toLists(['big']));
    await house.freezeAll(other);
  });
  afterAll(() => house.close());

  const claim = async (at: number): Promise<Claim> => {
    const wakes = await house.batches.findOpen(edition.id, null, 10);
    const claimed = await house.batches.claim(wakes[at]?.batchId ?? '', 'ann', 30_000);
    if (!claimed) throw new Error('the batch should be free');
    return claimed;
  };

  const settle = async (batch: Claim, count: number, outcome: Outcome, now: number) => {
    const due = await house.ledger.findDue(batch, edition.content.audience, count);
    const ids = await house.mark(
      batch,
      due.map(({ id }) => id),
    );
    const before = { attempt: 0, firstTriedAt: null };
    const change = afterOutcome(before, outcome, { now, random: 0 });
    await house.settle(
      batch,
      ids.map((id) => ({ id, change })),
      now,
    );
  };

  const tally = async (): Promise<Record<string, number>> => {
    const sums: Record<string, number> = {};
    for (const row of await house.reports.tallies([edition.id])) {
      const minute = row.minute === null ? '' : (row.minute - NOON) / MINUTE;
      const key = [row.state, row.because ?? '', minute].join(' ');
      sums[key] = (sums[key] ?? 0) + row.count;
    }
    return sums;
  };

  it('adds up free batches and those in hand alike, by state, reason and minute', async () => {
    const last = await claim(2);
    await settle(last, 150, accepted, NOON + 10);
    await settle(last, 10, rejected, NOON + MINUTE + 10);
    expect(await tally()).toEqual({
      'accepted  0': 150,
      'rejected refused 1': 10,
      'pending  ': 1040,
    });
    await house.batches.release(last, 0);
    expect(await tally()).toEqual({
      'accepted  0': 150,
      'rejected refused 1': 10,
      'pending  ': 1040,
    });
  });

  it('counts each edition for itself', async () => {
    const rows = await house.reports.tallies([edition.id, other.id, 'none']);
    const of = ({ id }: FullEdition) => rows.filter(({ editionId }) => editionId === id);
    expect(of(edition).reduce((sum, { count }) => sum + count, 0)).toBe(1200);
    expect(of(other)).toMatchObject([{ state: 'pending', count: 1200 }]);
    expect(await house.reports.tallies([])).toEqual([]);
  });

  it('pages through all deliveries, each once, with masked readers', async () => {
    const seen: string[] = [];
    for (let after: string | undefined; ; after = seen.at(-1)) {
      const page = await house.reports.deliveries({ editionId: edition.id, after, limit: 250 });
      if (page.length === 0) break;
      expect(page[0]?.label).toMatch(/^r\d+•••@e•••.com$/);
      seen.push(...page.map(({ id }) => id));
    }
    expect(new Set(seen).size).toBe(1200);
    expect(seen).toHaveLength(1200);
  });

  it('finds the few of one state among the many', async () => {
    const page = await house.reports.deliveries({
      editionId: edition.id,
      state: 'rejected',
      limit: 7,
    });
    expect(page.map(({ state }) => state)).toEqual(Array(7).fill('rejected'));
    const after = page.at(-1)?.id;
    const rest = await house.reports.deliveries({
      editionId: edition.id,
      state: 'rejected',
      after,
      limit: 7,
    });
    expect(rest).toHaveLength(3);
  });

  it('finds those of a batch in hand by what they are now', async () => {
    const first = await claim(0);
    await settle(first, 2, rejected, NOON);
    const query = { editionId: edition.id, state: 'rejected', limit: 100 } as const;
    expect(await house.reports.deliveries(query)).toHaveLength(12);
    await house.batches.release(first, 0);
    expect(await house.reports.deliveries(query)).toHaveLength(12);
  });

  it('shows no label of who is gone, and nothing for an id that is none', async () => {
    await house.db.read((k) => house.db.table(k, 'countersign_subscribers').delete());
    const [delivery] = await house.reports.deliveries({ editionId: edition.id, limit: 1 });
    expect(delivery?.label).toBeNull();
    const page = await house.reports.deliveries({ editionId: edition.id, after: 'x', limit: 1 });
    expect(page).toHaveLength(1);
    expect(await house.reports.deliveries({ editionId: 'none', limit: 1 })).toEqual([]);
  });
});
