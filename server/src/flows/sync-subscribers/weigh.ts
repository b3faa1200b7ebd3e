import type { AttributeValues } from '../../domain/segments/attributes';
import { type Address, normaliseAddress } from '../../domain/subscribers/address';
import { maskAddress } from '../../domain/subscribers/mask';
import { placeOf } from '../../domain/subscribers/place';
import { sealContext, sealText } from '../../domain/subscribers/sealed';
import type { LeftOutReason, SourcePerson } from '../../domain/subscribers/subscriber';
import { tidyLocale, tidyName } from '../../domain/subscribers/tidy';
import type { Keys } from '../../ports';
import { once } from './once';

/** A person of a source with everything that can be said without looking at anybody else. */
export interface Weighed {
  readonly externalId: string;
  readonly rowHash: string;
  /** Null: fit for the list. */
  readonly because: LeftOutReason | null;
  readonly home: Home | null;
  readonly name: string | null;
  readonly locale: string | null;
  readonly attributes: AttributeValues | undefined;
  readonly wording: string | undefined;
}

/** A usable address, with the hash and the label it goes by. */
export interface Home extends Address {
  readonly hash: string;
  readonly label: string;
  /** With the name, as it is kept of who comes on the list. Worked out once, when it is first asked for. */
  sealed(): string;
}

export function weigh(
  person: SourcePerson,
  keys: Keys,
  rowHash = rowHashOf(person, keys),
): Weighed {
  const address = normaliseAddress(person.address);
  const place = placeOf(person, address);
  const name = tidyName(person.name);
  return {
    externalId: person.externalId,
    rowHash,
    because: place.on ? null : place.because,
    home: address.ok ? homeOf(address.value, name, keys) : null,
    name,
    locale: tidyLocale(person.locale),
    attributes: person.attributes,
    wording: person.wording,
  };
}

function homeOf(normalised: Address, name: string | null, keys: Keys): Home {
  const hash = keys.addressHash(normalised.normalised);
  const { address, domain } = normalised;
  return {
    address,
    normalised: normalised.normalised,
    domain,
    hash,
    label: maskAddress(normalised),
    sealed: once(() => keys.seal(sealText({ address, name }), sealContext(hash))),
  };
}

/** Raised when the rules of this file change, so that the next reconcile looks at everybody again. */
const RULES = 1;

/**
 * Tells whether a source says the same as last time; other words to agree to are nobody's other answer.
 * Keyed: without the key nobody can try addresses on it.
 */
export function rowHashOf(person: SourcePerson, keys: Keys): string {
  const { externalId, address, name, locale, consent, confirmed, blocked } = person;
  const said: unknown[] = [RULES, externalId, address, name, locale, consent, confirmed, blocked];
  // Only where there are any, so that sources without them need not be written anew.
  if (person.attributes && Object.keys(person.attributes).length > 0) said.push(person.attributes);
  return keys.sign('row-hash', JSON.stringify(said));
}
