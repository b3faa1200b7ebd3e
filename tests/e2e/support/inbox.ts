import { readFile } from 'node:fs/promises';
import PostalMime, { type Email } from 'postal-mime';
import { INBOX } from './site';

interface Caught {
  readonly source: string;
  readonly subject: string;
  readonly envelope: { readonly to: readonly { readonly address: string }[] };
}

/** What the mail server took for `address`, oldest first, read by a parser that is not ours. */
export async function mailsTo(address: string): Promise<Email[]> {
  const own = (await caught()).filter(({ envelope }) => envelope.to[0]?.address === address);
  return Promise.all(own.map(parsed));
}

/** How many messages there are with this subject. */
export const countOf = async (subject: string): Promise<number> =>
  (await caught()).filter((mail) => mail.subject === subject).length;

/** RFC 2369 § 3.2: where some reader of the message with this subject may leave. */
export async function unsubscribeLink(subject: string): Promise<string> {
  const one = (await caught()).find((mail) => mail.subject === subject);
  if (!one) throw new Error('nobody got that');
  const { headers } = await parsed(one);
  const listed = headers.find(({ key }) => key === 'list-unsubscribe')?.value ?? '';
  const [, link] = /<(https?:[^>]+)>/.exec(listed) ?? [];
  if (link === undefined) throw new Error('there is no way to leave');
  return link;
}

/** Where some reader of the message with this subject changes what they get, by the words at its end. */
export async function preferencesLink(subject: string): Promise<string> {
  const one = (await caught()).find((mail) => mail.subject === subject);
  const text = one && (await parsed(one)).text;
  const [link] = /https?:\S+\/preferences\/\S+/.exec(text ?? '') ?? [];
  if (link === undefined) throw new Error('there is no way to change what one gets');
  return link;
}

/** Where the owner of an admin account confirms its address. */
export async function confirmLink(address: string): Promise<string> {
  const texts = (await mailsTo(address)).map(({ text }) => text ?? '');
  const [link] = texts.flatMap((text) => /https?:\S+\/confirm-address\/\S+/.exec(text) ?? []);
  if (link === undefined) throw new Error('nobody was asked to confirm an address');
  return link;
}

const parsed = async ({ source }: Caught): Promise<Email> =>
  PostalMime.parse(await readFile(source));

const caught = async (): Promise<Caught[]> =>
  (await (await fetch(`${INBOX}/api/email`)).json()) as Caught[];
