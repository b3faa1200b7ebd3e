import { parseAddress } from '../domain/access/address';
import { parseLines, SCOPES, type Line, type Scope } from '../domain/access/allow-list';
import type { Asking } from '../domain/access/asking';
import { openGate, type Verdict } from '../domain/access/gate';
import type { Proposal, SavedLine } from '../domain/access/saved-list';
import { complain } from '../domain/campaigns/setting';
import { ok, refuse } from '../domain/result';
import { confirm, discard } from './change-allow-list/confirm';
import {
  inForce,
  inTurn,
  proposalNow,
  savedLines,
  shutsOut,
  type ChangeAllowListDeps,
} from './change-allow-list/deps';
import { tell } from './change-allow-list/tell';
import { write } from './change-allow-list/write';

export interface AllowListNow {
  readonly configured: readonly Line[];
  readonly saved: readonly SavedLine[];
  readonly proposal: Proposal | null;
  /** What was written in the admin is not in force: the configuration says so. */
  readonly ignoresSaved: boolean;
}

/** What would happen to an address, by what it asks for. */
export interface AddressTest {
  readonly address: string;
  readonly verdicts: Readonly<Record<Scope, Verdict>>;
}

/**
 * The lines written in the admin. The first list applies at once; from then on a change is a proposal
 * until another person confirms it. Nobody shuts out themselves.
 */
export const createChangeAllowList = (deps: ChangeAllowListDeps) => {
  const now = async (): Promise<AllowListNow> => ({
    configured: deps.allowList.lines,
    saved: await savedLines(deps),
    proposal: await proposalNow(deps),
    ignoresSaved: deps.allowList.ignoreSaved,
  });

  return {
    now,
    change: async (raw: unknown, by: Asking) => {
      const parsed = parseLines(raw);
      if (!parsed.ok) return complain(parsed.complaints);
      if (shutsOut(deps, parsed.value, by)) return refuse('would-shut-out');
      await inTurn(deps, () => write(deps, parsed.value, by));
      deps.changed();
      return ok(await now());
    },
    confirm: async (id: string, by: Asking) => {
      const confirmed = await inTurn(deps, () => confirm(deps, id, by));
      deps.changed();
      if (confirmed.ok) return ok(await now());
      await tell(deps, by, { act: 'allow-list.confirm', result: confirmed.reason });
      return confirmed;
    },
    discard: async (id: string, by: Asking) => {
      const discarded = await inTurn(deps, () => discard(deps, id, by));
      return discarded.ok ? ok(await now()) : discarded;
    },
    /** As the list is now; null for what is no address. */
    test: async (text: string): Promise<AddressTest | null> => {
      const address = parseAddress(text.trim());
      if (address === null) return null;
      const gate = openGate(inForce(deps, await savedLines(deps)));
      const verdicts = SCOPES.map((scope) => [scope, gate.verdict(address, scope)]);
      return { address: address.text, verdicts: Object.fromEntries(verdicts) };
    },
  };
};
