import { changesBetween } from '../domain/editions/changes';
import type { FullEdition } from '../domain/editions/edition';
import { checkFrozen } from '../domain/editions/preflight';
import { fillPieces } from '../domain/messages/pieces';
import { sampleValues } from '../domain/messages/sample';
import type { LocaleMessage, SlotValues } from '../domain/messages/message';
import { ok, refuse, type Result } from '../domain/result';
import type {
  AudienceCounter,
  DecisionStore,
  EditionStore,
  HandStore,
  SubscriberStore,
} from '../ports';

export interface ReadEditionsDeps {
  readonly editions: EditionStore;
  readonly decisions: DecisionStore;
  readonly hands: HandStore;
  readonly audience: AudienceCounter;
  readonly subscribers: Pick<SubscriberStore, 'reveal'>;
  readonly approval: { readonly required: number };
}

export interface Preview {
  readonly subject: string;
  readonly preheader: string;
  readonly html: string;
  readonly text: string;
}

/** edition → what the desk shows: the frozen bytes, to whom, by whose hands, and what is new in it. */
export const createReadEditions = (deps: ReadEditionsDeps) => ({
  list: deps.editions.list,

  find: async (id: string) => {
    const edition = await deps.editions.findFull(id);
    if (!edition) return null;
    return {
      edition,
      decisions: await deps.decisions.of(id),
      hands: await deps.hands.of(edition.campaignId),
      audience: await deps.audience.count(edition.content.audience),
      problems: checkFrozen(edition.content),
      approvalsRequired: deps.approval.required,
    };
  },

  message: async (
    id: string,
    choice: { readonly locale?: string; readonly reader?: string },
  ): Promise<Result<Preview, 'no-such-edition' | 'no-such-locale'>> => {
    const edition = await deps.editions.findFull(id);
    if (!edition) return refuse('no-such-edition');
    const { messages, defaultLocale } = edition.content;
    const message = messages[choice.locale ?? defaultLocale];
    if (!message) return refuse('no-such-locale');
    const reader =
      choice.reader === undefined ? null : await deps.subscribers.reveal(choice.reader);
    return ok(filled(message, sampleValues(edition.content.publicUrl, reader)));
  },

  changes: async (id: string) => {
    const edition = await deps.editions.findFull(id);
    if (!edition) return refuse('no-such-edition');
    const before = await lastSent(deps.editions, edition);
    const { content, ...since } = before ?? { content: null };
    const locales = changesBetween(content, edition.content);
    return ok({ since: before ? (since as Omit<FullEdition, 'content'>) : null, locales });
  },
});

const filled = (message: LocaleMessage, values: SlotValues): Preview => ({
  subject: fillPieces(message.subject, values, 'text'),
  preheader: fillPieces(message.preheader, values, 'text'),
  html: fillPieces(message.html, values, 'html'),
  text: fillPieces(message.text, values, 'text'),
});

async function lastSent(
  editions: EditionStore,
  { id, campaignId }: FullEdition,
): Promise<FullEdition | null> {
  const [last] = await editions.list({ campaignId, states: ['sent'], before: id, limit: 1 });
  return last ? editions.findFull(last.id) : null;
}
