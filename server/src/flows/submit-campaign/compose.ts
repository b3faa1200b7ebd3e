import type { CampaignDraft, LocaleDraft } from '../../domain/campaigns/draft';
import { listIdOf } from '../../domain/campaigns/list-id';
import { inLocale, type CampaignProblem } from '../../domain/campaigns/problems';
import type { Identity, Mailbox } from '../../domain/editions/content';
import { finishMessage, prepareMessage } from '../../domain/messages/compose';
import type { LocaleMessage } from '../../domain/messages/message';
import type { MessageProblem } from '../../domain/messages/problems';
import type { MessageSource } from '../../domain/messages/source';
import type { SubmitDeps } from './deps';
import type { Surroundings } from './surroundings';

export interface Composed {
  /** Null if something is wrong with it. */
  readonly message: LocaleMessage | null;
  readonly problems: readonly CampaignProblem[];
}

type FrozenUrlOf = MessageSource['frozenUrlOf'];

/** What makes a message, from the campaign and what it names. */
export interface Making {
  readonly draft: CampaignDraft;
  readonly around: Surroundings;
  readonly publicUrl: string | null;
  readonly frozenUrlOf: FrozenUrlOf;
}

/** One locale's message, by the recipe of domain/messages/compose. */
export async function compose(
  { renderer }: Pick<SubmitDeps, 'renderer'>,
  making: Making,
  written: LocaleDraft,
): Promise<Composed> {
  const prepared = prepareMessage(sourceOf(making, written));
  if (!prepared.ok) return { message: null, problems: told(written, prepared.problems) };
  const html = await renderer.renderLayout(prepared.value.layout);
  const finished = finishMessage(prepared.value, html);
  return {
    message: finished.ok ? finished.value : null,
    problems: told(written, finished.problems),
  };
}

function sourceOf(
  { draft, around, publicUrl, frozenUrlOf }: Making,
  { locale, subject, preheader, body }: LocaleDraft,
): MessageSource {
  const list = around.list ?? NO_LIST;
  return {
    locale,
    subject,
    preheader,
    blocks: body,
    from: around.sender ? mailboxOf(around.sender) : NOBODY,
    replyTo: draft.replyTo ?? around.sender?.replyTo ?? null,
    listId: listIdOf(list.id, publicUrl ?? NOWHERE),
    listName: list.name,
    identity: around.identity ?? NO_IDENTITY,
    frozenUrlOf,
  };
}

export const mailboxOf = ({ name, address }: Mailbox): Mailbox => ({ name, address });

/**
 * Stand-ins for what is not set up yet: the author still sees the message and what is wrong with it.
 * Each comes with a problem that stops a submit, so none is ever frozen.
 */
const NOWHERE = 'https://cms.invalid';
const NOBODY: Mailbox = { name: '', address: 'nobody@cms.invalid' };
const NO_LIST = { id: 'list', name: '' };
const NO_IDENTITY: Identity = { name: '—', postalAddress: '—', contact: '—', reason: { en: '—' } };

/** Shared by all languages, so told once. */
const SHARED: readonly MessageProblem['where'][] = ['from', 'reply-to', 'list'];

const told = (
  { locale }: LocaleDraft,
  problems: readonly MessageProblem[],
): readonly CampaignProblem[] =>
  problems
    // The picture's own problem says why.
    .filter(({ code }) => code !== 'image-not-frozen')
    .map((problem) => {
      const isShared = SHARED.includes(problem.where);
      return isShared ? { ...problem, locale: null } : inLocale(locale, problem);
    });
