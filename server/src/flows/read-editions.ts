import type { Decision, FullEdition } from '../domain/editions/edition';
import { checkFrozen } from '../domain/editions/preflight';
import { fillPieces } from '../domain/messages/pieces';
import { sampleValues } from '../domain/messages/sample';
import type { LocaleMessage, SlotValues } from '../domain/messages/message';
import { approversIn, stillNeeded, type ApprovalRules } from '../domain/reviews/approvals';
import { ok, refuse, type Result } from '../domain/result';
import { changesSince, type Earlier } from './read-editions/changes';
import type {
  AudienceCount,
  AudienceCounter,
  Colleagues,
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
  readonly colleagues: Pick<Colleagues, 'findMany'>;
  readonly approval: ApprovalRules;
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
    const decisions = await deps.decisions.of(id);
    return {
      edition,
      decisions,
      hands: await deps.hands.in(edition),
      audience: await audienceOf(deps.audience, edition),
      problems: checkFrozen(edition.content),
      approvals: await approvalsOf(deps, edition, decisions),
    };
  },

  spread: async (id: string) => {
    const edition = await deps.editions.findFull(id);
    return edition ? deps.audience.spread(edition.content.audience) : null;
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

  changes: (id: string, earlier: Earlier) => changesSince(deps, id, earlier),
});

/**
 * Who it goes to now; once it has begun, who it goes to. A million readers take a second to count, in which
 * SQLite does nothing else: whoever watched it go out would halve its speed.
 */
async function audienceOf(
  counter: AudienceCounter,
  { state, readers, content: { audience } }: FullEdition,
): Promise<AudienceCount> {
  const hasBegun = state === 'sending' || state === 'paused' || state === 'sent';
  if (!hasBegun || readers === null) return counter.count(audience);
  return { readers, leftOut: await counter.leftOut(audience) };
}

/** Who signed is looked up only where it matters which roles they have. */
async function approvalsOf(
  { colleagues, approval }: ReadEditionsDeps,
  { campaignId }: FullEdition,
  decisions: readonly Decision[],
) {
  const who = approversIn(decisions);
  const signers = approval.fromEachOf.length > 0 ? await colleagues.findMany(who, campaignId) : [];
  const { missing, seats } = stillNeeded(approval, decisions, signers);
  return { given: who.length, required: approval.required, missing, seats };
}

const filled = (message: LocaleMessage, values: SlotValues): Preview => ({
  subject: fillPieces(message.subject, values, 'text'),
  preheader: fillPieces(message.preheader, values, 'text'),
  html: fillPieces(message.html, values, 'html'),
  text: fillPieces(message.text, values, 'text'),
});
