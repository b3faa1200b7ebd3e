import type { Asking } from '../../domain/access/asking';
import { confirmedText, linkText, readLinkToken } from '../../domain/access/confirmation';
import { told } from '../../domain/audit/entry';
import type { ColleagueAddress } from '../../ports';
import { createConfirmed } from './confirmed';
import type { ConfirmAddressDeps } from './deps';

interface Owner {
  readonly person: string;
  readonly address: ColleagueAddress;
}

/** One answer for every link that does not work, whatever is wrong with it. */
export function createFollowLink(deps: ConfirmAddressDeps) {
  const confirmed = createConfirmed(deps);
  const ownerOf = (token: string) => readOwner(deps, token);
  return {
    /** Whose account says they prefer which language; null: the link does not work. Changes nothing. */
    look: async (token: string): Promise<{ readonly language: string | null } | null> => {
      const owner = await ownerOf(token);
      return owner && { language: owner.address.language };
    },
    /** The same answer however often it is asked. */
    confirm: async (token: string, from: Pick<Asking, 'door' | 'ip'>): Promise<boolean> => {
      const owner = await ownerOf(token);
      if (!owner) return false;
      if (!(await confirmed(owner.person))) await writeDown(deps, owner, from);
      return true;
    },
  };
}

/** Signed for the address the account has now: a link that went to an earlier one is dead. */
async function readOwner(
  { addresses, keys, clock }: ConfirmAddressDeps,
  token: string,
): Promise<Owner | null> {
  const link = readLinkToken(token);
  if (!link || link.endsAt < clock.now()) return null;
  const address = await addresses.of(link.person);
  if (!address) return null;
  const isOurs = keys.verify('address-link', linkText(link, address.normalised), link.signature);
  return isOurs ? { person: link.person, address } : null;
}

async function writeDown(
  { confirmations, keys, audit, transactions, clock }: ConfirmAddressDeps,
  { person, address }: Owner,
  from: Pick<Asking, 'door' | 'ip'>,
): Promise<void> {
  const at = clock.now();
  const text = confirmedText({ person, confirmedAt: at }, address.normalised);
  const seal = keys.sign('confirmed-address', text);
  const subject = { kind: 'account', id: person };
  const row = told({ person, ...from }, { act: 'address.confirm', result: 'done', subject, at });
  await transactions.within(async () => {
    await confirmations.put({ person, confirmedAt: at, seal });
    await audit.record(row);
  });
}
