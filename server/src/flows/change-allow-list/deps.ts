import { parseAddress } from '../../domain/access/address';
import type { Line } from '../../domain/access/allow-list';
import type { Asking } from '../../domain/access/asking';
import { openGate } from '../../domain/access/gate';
import {
  ALLOW_LIST_SETTING,
  PROPOSAL_SETTING,
  readProposal,
  readSaved,
  type Proposal,
  type SavedLine,
} from '../../domain/access/saved-list';
import type {
  AccountBook,
  AuditTrail,
  Chance,
  Clock,
  SettingStore,
  Transactions,
} from '../../ports';

export interface ChangeAllowListDeps {
  readonly settings: SettingStore;
  readonly accounts: Pick<AccountBook, 'since'>;
  readonly accountQuietDays: number;
  readonly audit: Pick<AuditTrail, 'record'>;
  readonly transactions: Transactions;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly allowList: {
    /** Of the configuration; nothing changes them here. */
    readonly lines: readonly Line[];
    /** Only those count. */
    readonly ignoreSaved: boolean;
  };
  /** Called when another list is in force. */
  changed(): void;
}

/** What was written in the admin; empty if it was never set, or cannot be read. */
export const savedLines = async (deps: ChangeAllowListDeps): Promise<readonly SavedLine[]> =>
  readSaved(await deps.settings.get(ALLOW_LIST_SETTING)) ?? [];

export const proposalNow = async ({ settings }: ChangeAllowListDeps): Promise<Proposal | null> =>
  readProposal(await settings.get(PROPOSAL_SETTING));

/** One change of the list at a time: what one reads stays true until it has written. */
export const inTurn = <T>(deps: ChangeAllowListDeps, work: () => Promise<T>): Promise<T> =>
  deps.transactions.within(async () => {
    await deps.settings.lock(PROPOSAL_SETTING);
    return work();
  });

export const setProposal = (
  { settings, clock }: ChangeAllowListDeps,
  proposal: Proposal | null,
  by: Asking,
): Promise<void> => settings.set(PROPOSAL_SETTING, proposal, by.person, clock.now());

export const inForce = (
  { allowList }: ChangeAllowListDeps,
  saved: readonly Line[],
): readonly Line[] => (allowList.ignoreSaved ? allowList.lines : [...allowList.lines, ...saved]);

/** Out is who cannot come back to the settings; reading personal data is not needed for that. */
export function shutsOut(
  deps: ChangeAllowListDeps,
  saved: readonly Line[],
  { ip }: Asking,
): boolean {
  const address = ip === null ? null : parseAddress(ip);
  return !openGate(inForce(deps, saved)).isAllowed(address, 'everything');
}
