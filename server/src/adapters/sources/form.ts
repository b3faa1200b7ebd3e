import { readSealText, sealContext } from '../../domain/subscribers/sealed';
import type { SignUpForm } from '../../domain/subscribers/sign-up';
import type { SourcePerson } from '../../domain/subscribers/subscriber';
import type { Keys, SignUpStore, Source, StoredSignUp } from '../../ports';
import { pageOf } from './page-of';

/** People who signed up by a public form and confirmed it: a source like any other. */
export function createFormSource(
  { id, list }: SignUpForm,
  signUps: SignUpStore,
  keys: Pick<Keys, 'unseal'>,
): Source {
  const personOf = (signUp: StoredSignUp): SourcePerson => ({
    externalId: signUp.id,
    ...readSealText(keys.unseal(signUp.sealed, sealContext(signUp.addressHash))),
    locale: signUp.locale,
    consent: true,
    confirmed: true,
    blocked: false,
    wording: signUp.wording,
  });
  return {
    id,
    listId: list,
    read: async (after, limit) => pageOf((await signUps.read(id, after, limit)).map(personOf)),
    readSome: async (ids) => (await signUps.readSome(id, ids)).map(personOf),
    count: () => signUps.count(id),
  };
}
