import type { Sender } from '../domain/campaigns/senders';
import type { Decision, Edition } from '../domain/editions/edition';
import { asciiAddress } from '../domain/messages/mime/mailbox';
import { letterMime } from '../domain/notices/letter';
import {
  NEWS_MS,
  occasionOfDecision,
  occasionOfReview,
  type Occasion,
} from '../domain/notices/occasions';
import { letterLanguage, NOTICES } from '../domain/notices/texts';
import type {
  Clock,
  ColleagueAddress,
  Colleagues,
  DecisionStore,
  EditionStore,
  NoticeLedger,
  OneMessage,
} from '../ports';

export interface TellColleaguesDeps {
  readonly editions: Pick<EditionStore, 'list'>;
  readonly decisions: Pick<DecisionStore, 'since'>;
  readonly colleagues: Pick<Colleagues, 'approvers'>;
  readonly notices: NoticeLedger;
  readonly mail: OneMessage;
  /** The address this person's account has now, if its owner confirmed it. */
  confirmed(person: string): Promise<ColleagueAddress | null>;
  /** Whether this person, signed in, could countersign it now. */
  mayCountersign(editionId: string, person: string): Promise<boolean>;
  senders(): Promise<readonly Sender[]>;
  /** Where in the admin one looks at what the occasion is about. */
  linkTo(occasion: Occasion, edition: Pick<Edition, 'id' | 'campaignId'>): string;
  readonly clock: Clock;
}

/** Looked at in one go; the rest has its turn when these are answered. */
const AT_ONCE = 50;

/** review, decision → fixed texts to those it concerns, each once. Asked again and again, in any process. */
export const createTellColleagues = (deps: TellColleaguesDeps) => async (): Promise<void> => {
  await tellOfReviews(deps);
  await tellOfDecisions(deps);
};

async function tellOfReviews(deps: TellColleaguesDeps): Promise<void> {
  const waiting = await deps.editions.list({ states: ['in-review'], limit: AT_ONCE });
  for (const edition of waiting) {
    const occasion = occasionOfReview(edition, deps.clock.now());
    if (!occasion) continue;
    const approvers = await deps.colleagues.approvers(edition.campaignId);
    for (const { id } of approvers) await tellApprover(deps, edition, { occasion, person: id });
  }
}

async function tellApprover(deps: TellColleaguesDeps, edition: Edition, whom: Whom): Promise<void> {
  const isToldAlready = await deps.notices.told({ editionId: edition.id, ...whom });
  if (isToldAlready || !(await deps.confirmed(whom.person))) return;
  if (await deps.mayCountersign(edition.id, whom.person)) await tell(deps, edition, whom);
}

async function tellOfDecisions(deps: TellColleaguesDeps): Promise<void> {
  const decisions = await deps.decisions.since(deps.clock.now() - NEWS_MS);
  const last = new Map(decisions.map((decision) => [decision.editionId, decision]));
  if (last.size === 0) return;
  const editions = await deps.editions.list({ ids: [...last.keys()], limit: last.size });
  for (const edition of editions) await tellSubmitter(deps, edition, last.get(edition.id));
}

async function tellSubmitter(
  deps: TellColleaguesDeps,
  edition: Edition,
  decision: Decision | undefined,
): Promise<void> {
  const occasion = decision && occasionOfDecision(edition, decision);
  const person = edition.submittedBy;
  if (!occasion || decision.person === person) return;
  if (await deps.notices.told({ editionId: edition.id, occasion, person })) return;
  await tell(deps, edition, { occasion, person });
}

interface Whom {
  readonly occasion: Occasion;
  readonly person: string;
}

/** Claimed before it is sent: rather none than two. */
async function tell(
  { notices, mail, clock, linkTo, ...deps }: TellColleaguesDeps,
  edition: Edition,
  { occasion, person }: Whom,
): Promise<void> {
  const to = await deps.confirmed(person);
  const [sender] = await deps.senders();
  const from = sender && asciiAddress(sender.address);
  if (!to || !sender || !from) return;
  if (!(await notices.claim({ editionId: edition.id, occasion, person }, clock.now()))) return;
  const letter = NOTICES[occasion][letterLanguage(to.language)](linkTo(occasion, edition));
  const mime = letterMime({ name: sender.name, address: from }, letter);
  await mail.send({ mime, from, domain: sender.returnPathDomain, to: to.address });
}
