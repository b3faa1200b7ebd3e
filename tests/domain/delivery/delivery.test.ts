import { afterOutcome } from '../../../server/src/domain/delivery/delivery';
import type { Outcome, Reply } from '../../../server/src/domain/delivery/outcome';

const NOW = 1_800_000_000_000;
const HOUR = 60 * 60 * 1000;

const reply = (change: Partial<Reply> = {}): Reply => ({
  stage: 'dot',
  code: 250,
  enhanced: null,
  text: '',
  ...change,
});
const fresh = { attempt: 0, firstTriedAt: null };
const after = (
  outcome: Outcome,
  before = fresh as { attempt: number; firstTriedAt: number | null },
) => afterOutcome(before, outcome, { now: NOW, random: 0.5 });

describe('after one try, a delivery', () => {
  it('that was accepted is settled', () => {
    expect(after({ kind: 'accepted', reply: reply() })).toMatchObject({
      state: 'accepted',
      attempt: 1,
      settledAt: NOW,
      because: null,
    });
  });

  it('that was deferred comes back in half an hour', () => {
    expect(after({ kind: 'deferred', reply: null })).toMatchObject({
      state: 'deferred',
      attempt: 1,
      firstTriedAt: NOW,
      dueAt: NOW + HOUR / 2,
      settledAt: null,
    });
  });

  it('waits longer the oftener it was deferred', () => {
    const before = { attempt: 2, firstTriedAt: NOW - 2 * HOUR };
    expect(after({ kind: 'deferred', reply: null }, before)).toMatchObject({
      attempt: 3,
      dueAt: NOW + 2 * HOUR,
    });
  });

  it('waits at least half an hour for a greylisting relay', () => {
    const greylisted: Outcome = {
      kind: 'deferred',
      reply: reply({ code: 450, text: 'Greylisted' }),
    };
    const { dueAt } = afterOutcome(fresh, greylisted, { now: NOW, random: 0 });
    expect(dueAt).toBe(NOW + HOUR / 2);
  });

  it('gives up after 72 hours, with the last answer kept', () => {
    const late = reply({ stage: 'rcpt', code: 451 });
    expect(
      after({ kind: 'deferred', reply: late }, { attempt: 20, firstTriedAt: NOW - 72 * HOUR }),
    ).toMatchObject({
      state: 'rejected',
      because: 'gave-up',
      reply: late,
      dueAt: null,
    });
  });

  it('that a relay refused for policy once it knew the reader comes back later, behind the others', () => {
    const refused = reply({ stage: 'rcpt', code: 550, enhanced: '5.7.1' });
    const change = after({ kind: 'trouble', because: 'policy', reply: refused });
    expect(change).toMatchObject({ state: 'deferred', because: 'policy', attempt: 1 });
    expect(change.dueAt).toBe(NOW + HOUR / 2);
  });

  it('that met trouble of the transport is pending again and lost no try', () => {
    expect(after({ kind: 'trouble', because: 'policy', reply: null })).toMatchObject({
      state: 'pending',
      attempt: 0,
      firstTriedAt: null,
      because: 'policy',
      settledAt: null,
    });
  });

  it('that is uncertain is settled, never due again', () => {
    expect(after({ kind: 'uncertain' })).toMatchObject({
      state: 'uncertain',
      dueAt: null,
      settledAt: NOW,
    });
  });

  it.each([
    [
      { kind: 'rejected', because: 'mailbox-full', reply: reply({ code: 552 }) },
      'rejected',
      'mailbox-full',
    ],
    [{ kind: 'skipped', because: 'bad-address' }, 'skipped', 'bad-address'],
  ] as const)('keeps why: %j', (outcome, state, because) => {
    expect(after(outcome)).toMatchObject({ state, because });
  });
});
