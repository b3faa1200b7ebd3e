import { type Audience, audienceOf, type WishedAudience } from '../../domain/audience/audience';
import type { CampaignDraft } from '../../domain/campaigns/draft';
import { IDENTITY_SETTING, parseIdentity } from '../../domain/campaigns/identity';
import { campaignProblem, type CampaignProblem } from '../../domain/campaigns/problems';
import { parseSenders, SENDERS_SETTING, type Sender } from '../../domain/campaigns/senders';
import { knownFrom, namesOnlyKnown } from '../../domain/segments/check';
import type { Identity, WishedTime } from '../../domain/editions/content';
import type { AudienceCount, SubscriberList } from '../../ports';
import type { SubmitConfig, SubmitDeps } from './deps';

/** What a campaign names but does not hold. Null parts are absent, and a problem tells so. */
export interface Surroundings {
  readonly identity: Identity | null;
  readonly sender: Sender | null;
  /** The first list of the audience gives the message its List-Id. */
  readonly list: SubscriberList | null;
  readonly count: AudienceCount | null;
  /** With its segments by value. */
  readonly audience: Audience | null;
  /** ms since 1970. */
  readonly wishedAt: number | null;
  readonly problems: readonly CampaignProblem[];
}

type Found<T> = readonly [value: T, ...problems: CampaignProblem[]];

export async function lookAround(deps: SubmitDeps, draft: CampaignDraft): Promise<Surroundings> {
  const [identity, ...identityProblems] = await findIdentity(deps);
  const [sender, ...senderProblems] = await findSender(deps, draft.senderId);
  const [audience, ...audienceProblems] = await findAudience(deps, draft.audience);
  const [wishedAt, ...timeProblems] = resolveWish(deps, draft.wishedAt);
  return {
    identity,
    sender,
    ...audience,
    wishedAt,
    problems: [
      ...senderProblems,
      ...audienceProblems,
      ...timeProblems,
      ...identityProblems,
      ...configProblems(deps.config),
    ],
  };
}

/** What was changed by hand so that it cannot be read any more is as if it were not set. */
async function findIdentity({ settings }: SubmitDeps): Promise<Found<Identity | null>> {
  const parsed = parseIdentity(await settings.get(IDENTITY_SETTING));
  if (parsed.ok && parsed.value) return [parsed.value];
  return [null, campaignProblem('identity-missing', 'identity')];
}

async function findSender(
  { settings }: SubmitDeps,
  id: string | null,
): Promise<Found<Sender | null>> {
  if (id === null) return [null];
  const parsed = parseSenders(await settings.get(SENDERS_SETTING));
  const sender = parsed.ok && parsed.value.find((one) => one.id === id);
  return sender ? [sender] : [null, campaignProblem('sender-unknown', 'sender')];
}

async function findAudience(
  deps: SubmitDeps,
  wished: WishedAudience | null,
): Promise<Found<Pick<Surroundings, 'list' | 'count' | 'audience'>>> {
  const { lists, audience: counter } = deps;
  if (!wished) return [{ list: null, count: null, audience: null }];
  const ids = [...wished.include, ...wished.exclude];
  const found = new Map<string, SubscriberList | null>();
  // One after the other: a transaction's one connection answers no two questions at once.
  for (const id of ids) found.set(id, await lists.find(id));
  const list = found.get(ids[0] ?? '') ?? null;
  const unknown = ids.filter((id) => !found.get(id));
  const [audience, ...segmentProblems] = await findSegments(deps, wished);
  const problems = [
    ...unknown.map((id) => campaignProblem('list-unknown', 'audience', id)),
    ...segmentProblems,
  ];
  if (problems.length > 0) return [{ list, count: null, audience: null }, ...problems];
  const count = await counter.count(audience);
  if (count.readers > 0) return [{ list, count, audience }];
  return [{ list, count, audience }, campaignProblem('audience-empty', 'audience')];
}

/** A rule that asks for what is gone would be false of everybody, and its negation true. */
async function findSegments(
  { segments, lists, attributes }: SubmitDeps,
  wished: WishedAudience,
): Promise<Found<Audience>> {
  if (wished.segments.length === 0) return [audienceOf(wished, [])];
  const found = await segments.some(wished.segments);
  const gone = wished.segments.filter((id) => found.every((one) => one.id !== id));
  const known = knownFrom(await lists.all(), await attributes());
  const broken = found.filter(({ rule }) => !namesOnlyKnown(rule, known));
  return [
    audienceOf(wished, found),
    ...gone.map((id) => campaignProblem('segment-unknown', 'audience', id)),
    ...broken.map(({ name }) => campaignProblem('segment-broken', 'audience', name)),
  ];
}

const WISH_PROBLEMS = {
  'unknown-zone': 'wished-zone-unknown',
  'bad-time': 'wished-time-malformed',
  never: 'wished-time-never',
  twice: 'wished-time-twice',
} as const;

function resolveWish(
  { zones, clock }: SubmitDeps,
  wished: WishedTime | null,
): Found<number | null> {
  if (!wished) return [null];
  const moment = zones.resolve(wished);
  if (!moment.ok) return [null, campaignProblem(WISH_PROBLEMS[moment.reason], 'wished-at')];
  if (moment.value > clock.now()) return [moment.value];
  return [moment.value, campaignProblem('wished-time-past', 'wished-at')];
}

const configProblems = (config: SubmitConfig): readonly CampaignProblem[] => [
  ...(config.publicUrl === null ? [campaignProblem('public-url-missing', 'config')] : []),
  ...(config.hasSecret ? [] : [campaignProblem('secret-missing', 'config')]),
  ...(config.hasTransport ? [] : [campaignProblem('transport-missing', 'config')]),
];
