import { confirmedText } from '../../domain/access/confirmation';
import type { ColleagueAddress } from '../../ports';
import type { ConfirmAddressDeps } from './deps';

/**
 * The address of an active account, if its owner confirmed this very one. A changed address has no
 * confirmation, and a row that we did not write has no seal.
 */
export const createConfirmed =
  ({ addresses, confirmations, keys }: ConfirmAddressDeps) =>
  async (person: string): Promise<ColleagueAddress | null> => {
    const found = await addresses.of(person);
    const confirmation = found && (await confirmations.find(person));
    if (!confirmation) return null;
    const text = confirmedText(confirmation, found.normalised);
    return keys.verify('confirmed-address', text, confirmation.seal) ? found : null;
  };
