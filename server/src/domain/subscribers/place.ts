import type { Result } from '../result';
import type { Address } from './address';
import type { LeftOutReason, SourcePerson } from './subscriber';

/** Whether a person is fit for the list, as far as the source alone can say. */
export type Place =
  | { readonly on: true; readonly address: Address }
  | { readonly on: false; readonly because: LeftOutReason };

/**
 * A person with a usable address who agreed, confirmed the address and is not blocked is on the list.
 * With several reasons against it the first of `LEFT_OUT_REASONS` is given, and before all that they did not
 * agree: without that nobody need tell us an address.
 */
export function placeOf(
  person: Pick<SourcePerson, 'consent' | 'confirmed' | 'blocked'>,
  address: Result<Address, 'no-address' | 'bad-address'>,
): Place {
  if (!person.consent) return { on: false, because: 'no-consent' };
  if (!address.ok) return { on: false, because: address.reason };
  if (!person.confirmed) return { on: false, because: 'unconfirmed' };
  if (person.blocked) return { on: false, because: 'blocked' };
  return { on: true, address: address.value };
}
