import fc from 'fast-check';
import type { Arrival } from '../../../server/src/domain/subscribers/arrival';
import type {
  ClaimKey,
  Membership,
  PersonClaim,
} from '../../../server/src/domain/subscribers/claim';
import { planSync, type SyncPlan } from '../../../server/src/domain/subscribers/plan-sync';
import type { LeftOutReason } from '../../../server/src/domain/subscribers/subscriber';

/** What a source says of one person; `home` stands for an address. */
interface Says {
  readonly who: string;
  readonly source: string;
  /** Null: not there any more. */
  readonly now: { readonly home: string | null; readonly because: LeftOutReason | null } | null;
}

/** All that is written down, as plans change it. */
class Ledger {
  claims: PersonClaim[] = [];
  memberships: Membership[] = [];
  suppressed = new Set<string>();
  asked: ClaimKey[] = [];
  facts = new Map<string, Says>();

  hear(says: Says): SyncPlan {
    this.facts.set(`${says.source} ${says.who}`, says);
    const plan = planSync({
      sourceId: says.source,
      listId: 'news',
      sourcesOfList: ['users', 'guests'],
      voices: new Map(),
      arrivals: says.now ? [arrivalOf(says, this)] : [],
      departures: says.now ? [] : [{ sourceId: says.source, externalId: says.who }],
      claims: this.claims.filter(
        ({ holds, sourceId, externalId }) =>
          holds || (sourceId === says.source && externalId === says.who),
      ),
      memberships: this.memberships.map((m) => ({ ...m, leftAt: null })),
      now: 1,
    });
    this.write(plan);
    return plan;
  }

  /** And whoever may take over is asked again, as the outbox does. */
  settle(says: Says): void {
    const waiting = this.behind(this.hear(says));
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const fact = this.facts.get(`${next.sourceId} ${next.externalId}`);
      if (fact) waiting.push(...this.behind(this.hear(fact)));
    }
  }

  private behind({ again }: SyncPlan): ClaimKey[] {
    return this.claims.filter(
      ({ leftOut, subscriberId }) =>
        leftOut === 'same-person' && subscriberId !== null && again.includes(subscriberId),
    );
  }

  leave(home: string): void {
    this.suppressed.add(home);
    this.memberships = this.memberships.map((m) =>
      m.subscriberId === home ? { ...m, isOn: false } : m,
    );
    this.claims = this.claims.map((claim) =>
      claim.subscriberId === home
        ? {
            ...claim,
            suppressedAt: claim.suppressedAt ?? 1,
            leftOut:
              claim.leftOut === null || claim.leftOut === 'same-person'
                ? 'suppressed'
                : claim.leftOut,
          }
        : claim,
    );
  }

  on(): string[] {
    return this.memberships.filter(({ isOn }) => isOn).map(({ subscriberId }) => subscriberId);
  }

  private write({ put, remove, memberships }: SyncPlan): void {
    const isOld = (a: ClaimKey, b: ClaimKey): boolean =>
      a.sourceId === b.sourceId && a.externalId === b.externalId;
    this.claims = [
      ...this.claims.filter((old) => ![...put, ...remove].some((key) => isOld(old, key))),
      ...put,
    ];
    this.memberships = [
      ...this.memberships.filter(
        (m) => !memberships.some((n) => n.subscriberId === m.subscriberId),
      ),
      ...memberships,
    ];
  }
}

const arrivalOf = ({ who, source, now }: Says, ledger: Ledger): Arrival => ({
  key: { sourceId: source, externalId: who },
  rowHash: JSON.stringify(now),
  label: now?.home ?? null,
  because: now?.because ?? null,
  subscriberId: now?.home ?? null,
  isAddressSuppressed: ledger.suppressed.has(now?.home ?? ''),
  isAddressErased: false,
  leftElsewhere: null,
});

const reasons = fc.constantFrom<LeftOutReason | null>(null, null, null, 'no-consent', 'blocked');
const said: fc.Arbitrary<Says> = fc.record({
  who: fc.constantFrom('ann', 'bob', 'cat', 'dan'),
  source: fc.constantFrom('users', 'guests'),
  now: fc.oneof(
    { weight: 5, arbitrary: fc.record({ home: fc.constantFrom('a', 'b', 'c'), because: reasons }) },
    { weight: 1, arbitrary: fc.constant({ home: null, because: 'no-address' as const }) },
    { weight: 2, arbitrary: fc.constant(null) },
  ),
});
const left = fc.record({ leave: fc.constantFrom('a', 'b', 'c') });
const stories = fc.array(fc.oneof({ weight: 8, arbitrary: said }, { weight: 1, arbitrary: left }), {
  maxLength: 30,
});

const tell = (
  story: readonly (Says | { leave: string })[],
  after?: (ledger: Ledger) => void,
): Ledger => {
  const ledger = new Ledger();
  for (const event of story) {
    if ('leave' in event) ledger.leave(event.leave);
    else ledger.settle(event);
    after?.(ledger);
  }
  return ledger;
};

describe('whatever sources say, in whatever order', () => {
  const always = (check: (ledger: Ledger) => void): void =>
    fc.assert(
      fc.property(stories, (story) => void tell(story, check)),
      { numRuns: 500 },
    );

  it('nobody is on the list whom no source puts there', () => {
    always((ledger) => {
      for (const home of ledger.on()) {
        const fit = [...ledger.facts.values()].filter(
          ({ now }) => now?.home === home && now.because === null,
        );
        expect(fit.length).toBeGreaterThan(0);
      }
    });
  });

  it('an address that left never comes back', () => {
    always((ledger) => {
      for (const home of ledger.suppressed) expect(ledger.on()).not.toContain(home);
    });
  });

  it('a person who left never comes back, whatever their address becomes', () => {
    always((ledger) => {
      const gone = ledger.claims.filter(({ suppressedAt }) => suppressedAt !== null);
      for (const claim of gone)
        expect([claim.leftOut === null, claim.holds && claim.leftOut === null]).toEqual([
          false,
          false,
        ]);
    });
  });

  it('each source has at most one person who decides for an address', () => {
    always((ledger) => {
      const held = ledger.claims
        .filter(({ holds, goneAt }) => holds && goneAt === null)
        .map(({ sourceId, subscriberId }) => `${sourceId} ${subscriberId}`);
      expect(new Set(held).size).toBe(held.length);
    });
  });

  it('nobody waits behind somebody who is not there', () => {
    always((ledger) => {
      for (const { leftOut, sourceId, subscriberId } of ledger.claims) {
        if (leftOut !== 'same-person') continue;
        const ahead = ledger.claims.filter(
          (claim) =>
            claim.holds && claim.sourceId === sourceId && claim.subscriberId === subscriberId,
        );
        expect(ahead).toHaveLength(1);
      }
    });
  });

  it('somebody who says no as the one who decides is not overruled', () => {
    always((ledger) => {
      const noes = ledger.claims.filter(({ holds, leftOut }) => holds && leftOut !== null);
      for (const { subscriberId } of noes) expect(ledger.on()).not.toContain(subscriberId);
    });
  });

  it('hearing the same again changes nothing', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const ledger = tell(story);
        for (const fact of ledger.facts.values()) {
          const { put, remove, memberships, consents, again } = ledger.hear(fact);
          expect({ put, remove, memberships, consents, again }).toEqual({
            put: [],
            remove: [],
            memberships: [],
            consents: [],
            again: [],
          });
        }
      }),
      { numRuns: 500 },
    );
  });

  it('every change of a membership is kept as evidence, given and ended in turn', () => {
    fc.assert(
      fc.property(fc.array(said, { maxLength: 30 }), (story) => {
        const ledger = new Ledger();
        const kinds = new Map<string, boolean>();
        for (const says of story) {
          for (const { subscriberId, kind } of ledger.hear(says).consents) {
            expect(kind === 'given').toBe(!kinds.get(subscriberId));
            kinds.set(subscriberId, kind === 'given');
          }
        }
      }),
    );
  });
});
