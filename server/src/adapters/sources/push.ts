import { stillOf } from '../../domain/segments/attributes';
import { pushContext, type PushSource } from '../../domain/subscribers/push-source';
import { readSealText } from '../../domain/subscribers/sealed';
import type { SourcePerson } from '../../domain/subscribers/subscriber';
import type { Clock, Keys, PushedPerson, PushedStore, Source } from '../../ports';
import { pageOf } from './page-of';

/** People of whom a system told us: what it said last is kept, and read like any other source. */
export function createPushSource(
  { id, list, people = id, attributes: known, wording }: Omit<PushSource, 'key'>,
  pushed: PushedStore,
  { keys, clock }: { readonly keys: Pick<Keys, 'unseal'>; readonly clock: Clock },
): Source {
  const personOf = ({
    externalId,
    sealed,
    locale,
    consentAt,
    attributes,
  }: PushedPerson): SourcePerson => ({
    externalId,
    ...(sealed === null ? NOTHING : readSealText(keys.unseal(sealed, pushContext(id, externalId)))),
    locale,
    consent: consentAt !== null && consentAt <= clock.now(),
    confirmed: true,
    blocked: false,
    ...(wording === undefined ? {} : { wording }),
    ...(known ? { attributes: stillOf(known, attributes) } : {}),
  });
  return {
    id,
    listId: list,
    peopleOf: people,
    read: async (after, limit) => pageOf((await pushed.read(id, after, limit)).map(personOf)),
    readSome: async (ids) => (await pushed.readSome(id, ids)).map(personOf),
    count: () => pushed.count(id),
  };
}

const NOTHING = { address: null, name: null };
