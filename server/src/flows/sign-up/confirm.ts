import { OF_A_READER, told } from '../../domain/audit/entry';
import { newId } from '../../domain/ids';
import { normaliseAddress } from '../../domain/subscribers/address';
import { sealContext, sealText } from '../../domain/subscribers/sealed';
import {
  isInTime,
  readSignUpText,
  SIGN_UP_CONTEXT,
  type SignUp,
  type SignUpForm,
} from '../../domain/subscribers/sign-up';
import type { Suppression } from '../../domain/subscribers/suppression';
import type { SignUpDeps } from './deps';

export interface Link {
  readonly form: SignUpForm;
  readonly signUp: SignUp;
  readonly addressHash: string;
}

/** Null for every link that does not work, whatever is wrong with it. Changes nothing. */
export function readLink(deps: SignUpDeps, token: string): Link | null {
  const signUp = openToken(deps, token);
  const form = deps.forms.find(({ id }) => id === signUp?.form);
  if (!signUp || !form || !isInTime(signUp, deps.clock.now())) return null;
  const address = normaliseAddress(signUp.address);
  if (!address.ok) return null;
  return { form, signUp, addressHash: deps.keys.addressHash(address.value.normalised) };
}

function openToken({ keys }: SignUpDeps, token: string): SignUp | null {
  try {
    const sealed = Buffer.from(token, 'base64url').toString();
    return readSignUpText(keys.unseal(sealed, SIGN_UP_CONTEXT));
  } catch {
    // Anybody may make up a token.
    return null;
  }
}

/** False: they left after they had asked, and a link that is pressed again does not undo that. */
export async function confirm(deps: SignUpDeps, link: Link): Promise<boolean> {
  const { form, signUp, addressHash } = link;
  const id = (await deps.subscribers.idsOf([addressHash])).get(addressHash);
  const ids = id === undefined ? [] : [id];
  await deps.subscribers.lock(ids);
  const [suppression] = await deps.suppressions.among([addressHash]);
  if (suppression && suppression.because !== 'unsubscribed') return false;
  if (await haveLeftSince(deps, { link, ids, suppression })) return false;
  const known = await deps.signUps.of(addressHash);
  if (known.some((one) => one.form === form.id && one.askedAt === signUp.askedAt)) return true;
  await comeBack(deps, { link, ids, suppression });
  const externalId = await keep(deps, link);
  const at = deps.clock.now();
  await deps.outbox.add([{ sourceId: form.id, externalId }], at);
  const subject = { kind: 'form', id: form.id };
  const done = { act: 'sign-up.confirm', result: 'done', subject, at } as const;
  await deps.audit.record(told(OF_A_READER, done));
  return true;
}

interface Person {
  readonly link: Link;
  /** One, or none. */
  readonly ids: readonly string[];
  readonly suppression: Suppression | undefined;
}

async function haveLeftSince(deps: SignUpDeps, { link, ids, suppression }: Person) {
  const { form, signUp } = link;
  const memberships = await deps.lists.membershipsOf(ids);
  const left = [
    suppression?.since ?? 0,
    ...memberships.map(({ listId, leftAt }) => (listId === form.list ? (leftAt ?? 0) : 0)),
  ];
  return left.some((at) => at > signUp.askedAt);
}

/**
 * Who left this list, or all of them, and now asks for it is on it again. On the others they stay gone, also
 * by claims that came while they were: with the suppression lifted those alone would bring them back.
 */
async function comeBack(deps: SignUpDeps, { link, ids, suppression }: Person): Promise<void> {
  const { form, addressHash } = link;
  const because = 'unsubscribed';
  const sourceIds = sourcesOf(deps, form.list);
  const at = deps.clock.now();
  if (suppression) {
    await stayGone(deps, { ids, form, since: suppression.since });
    await deps.suppressions.remove(addressHash);
  }
  for (const id of ids) await deps.lists.markLeft(id, [form.list], null);
  const again = await deps.claims.unsuppress(ids, at, { because, sourceIds });
  if (again.length > 0) await deps.outbox.add(again, at);
}

/** What was one word on all lists becomes one for each of the others. */
async function stayGone(
  deps: SignUpDeps,
  left: { readonly ids: readonly string[]; readonly form: SignUpForm; readonly since: number },
): Promise<void> {
  const { ids, form, since: at } = left;
  const because = 'unsubscribed';
  const lists = new Set(deps.sourcesOfLists().map(({ listId }) => listId));
  lists.delete(form.list);
  for (const listId of lists) {
    const only = { listId, sourceIds: sourcesOf(deps, listId) };
    await deps.claims.unsuppress(ids, at, { because, sourceIds: only.sourceIds });
    await deps.claims.suppress(ids, { because, at, only });
  }
}

const sourcesOf = ({ sourcesOfLists }: SignUpDeps, list: string): string[] =>
  sourcesOfLists()
    .filter(({ listId }) => listId === list)
    .map(({ id }) => id);

const keep = (
  { signUps, keys, clock, chance }: SignUpDeps,
  { form, signUp, addressHash }: Link,
): Promise<string> => {
  const { address, name, locale, askedAt } = signUp;
  const at = clock.now();
  return signUps.confirm({
    ...{ id: newId(at, chance.bytes(10)), form: form.id, wording: form.wording },
    ...{ addressHash, locale, askedAt, confirmedAt: at },
    sealed: keys.seal(sealText({ address, name }), sealContext(addressHash)),
  });
};
