import { spawnSync } from 'node:child_process';
import path from 'node:path';

interface Books {
  /** Delivery id → state, as the ledger has it. */
  readonly states: Readonly<Record<string, string>>;
  /** Delivery ids in the order in which the relay took them. */
  readonly taken: readonly string[];
  readonly mayBe?: object;
  readonly againMs?: number;
}

const TWO = { readers: 2, uncertain: 0 };
const messageOf = (id: string) => ({ messageId: `<cs.${id}.mac@b>`, to: [`${id}@example.com`] });

const CASES: readonly (readonly [what: string, books: Books, wrong: readonly string[]])[] = [
  ['balance where all were taken', { states: both('accepted'), taken: ['1', '2'] }, []],
  [
    'miss a message that the relay never took',
    { states: both('accepted'), taken: ['1'] },
    ['lost'],
  ],
  [
    'see a message that was taken twice',
    { states: both('accepted'), taken: ['1', '2', '2'] },
    ['doubled'],
  ],
  [
    'see a message of somebody who should have got none',
    { states: { 1: 'accepted', 2: 'rejected' }, taken: ['1', '2'] },
    ['unaccounted'],
  ],
  [
    'see a message that is of no delivery',
    { states: both('accepted'), taken: ['1', '2', '3'] },
    ['strange'],
  ],
  [
    'allow uncertain ones, taken or not, up to the number of connections',
    { states: both('uncertain'), taken: ['1'], mayBe: { ...TWO, uncertain: 2 } },
    [],
  ],
  [
    'do not allow one uncertain more',
    { states: both('uncertain'), taken: [], mayBe: { ...TWO, uncertain: 1 } },
    ['uncertain'],
  ],
  [
    'do not come to rest with a delivery still open',
    { states: { 1: 'accepted', 2: 'sending' }, taken: ['1'] },
    ['open'],
  ],
  [
    'may be left open by a cancel',
    {
      states: { 1: 'skipped', 2: 'pending' },
      taken: [],
      mayBe: { ...TWO, ends: 'cancelled' },
    },
    [],
  ],
  [
    'hold deferred ones only where the relay deferred',
    { states: { 1: 'accepted', 2: 'deferred' }, taken: ['1'] },
    ['deferred'],
  ],
  [
    'may hold deferred ones where it did',
    {
      states: { 1: 'accepted', 2: 'deferred' },
      taken: ['1'],
      mayBe: { ...TWO, ends: 'anyhow' },
    },
    [],
  ],
  [
    'know who left',
    { states: { 1: 'accepted', 2: 'skipped' }, taken: ['1'], mayBe: { ...TWO, skipped: 1 } },
    [],
  ],
  [
    'see a reader who was skipped without having left',
    { states: { 1: 'accepted', 2: 'skipped' }, taken: ['1'] },
    ['skipped'],
  ],
  ['miss a reader who was never frozen', { states: { 1: 'accepted' }, taken: ['1'] }, ['readers']],
  [
    'do not wait for ever after a restart',
    { states: both('accepted'), taken: ['1', '2'], againMs: 60_000 },
    ['againMs'],
  ],
];

function both(state: string) {
  return { 1: state, 2: state };
}

describe('the books of a crash test', () => {
  let found: readonly { readonly wrong: readonly string[] }[];
  beforeAll(() => {
    const books = CASES.map(([, { taken, mayBe = TWO, ...others }]) => ({
      ...{ ...others, mayBe },
      accepted: taken.map(messageOf),
    }));
    const script = path.join(__dirname, 'balance-of.mjs');
    const input = JSON.stringify(books);
    const { stdout, stderr } = spawnSync(process.execPath, [script], { input, encoding: 'utf8' });
    if (!stdout) throw new Error(stderr);
    found = JSON.parse(stdout);
  });

  it.each(CASES.map(([what, , wrong], at) => ({ what, wrong, at })))('$what', ({ wrong, at }) => {
    expect(found[at]?.wrong).toEqual(wrong);
  });
});
