import type { WishedAudience } from '../audience/audience';
import type { WishedTime } from '../editions/content';
import { cleanLine } from '../messages/characters';
import { campaignProblem, type CampaignProblem } from './problems';
import { isObject } from './setting';
import type { StoredCampaign, StoredLocale } from './stored';

/** A campaign after parsing. What a field does not say is null here and a problem beside it. */
export interface CampaignDraft {
  readonly id: string;
  readonly name: string;
  readonly senderId: string | null;
  readonly replyTo: string | null;
  readonly audience: WishedAudience | null;
  readonly wishedAt: WishedTime | null;
  /** At least one; the default one first. */
  readonly locales: readonly LocaleDraft[];
}

export interface LocaleDraft {
  readonly locale: string;
  readonly subject: string;
  readonly preheader: string;
  /** Strapi Blocks JSON as it came. */
  readonly body: unknown;
}

/**
 * Reads what the host stores. Shared fields are those of the default locale, or of the first by name
 * if the campaign has not been written in that one. Never throws; all problems are told together.
 */
export function readCampaign(stored: StoredCampaign): {
  readonly draft: CampaignDraft;
  readonly problems: readonly CampaignProblem[];
} {
  const locales = defaultFirst(stored);
  const shared = locales[0]?.fields ?? {};
  const name = readName(shared.name);
  const sender = readSender(shared.sender);
  const replyTo = readReplyTo(shared.replyTo);
  const audience = readAudience(shared.audience);
  const wishedAt = readWishedAt(shared.wishedAt);
  return {
    draft: {
      id: stored.id,
      name: name.value,
      senderId: sender.value,
      replyTo: replyTo.value,
      audience: audience.value,
      wishedAt: wishedAt.value,
      locales: locales.map(readLocale),
    },
    problems: [name, sender, replyTo, audience, wishedAt].flatMap(({ problems }) => problems),
  };
}

interface Read<T> {
  readonly value: T;
  readonly problems: readonly CampaignProblem[];
}

const read = <T>(value: T, ...problems: CampaignProblem[]): Read<T> => ({ value, problems });

function defaultFirst({ locales, defaultLocale }: StoredCampaign): readonly StoredLocale[] {
  const rank = ({ locale }: StoredLocale): string => (locale === defaultLocale ? '' : locale);
  return [...locales].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

const readLocale = ({ locale, fields }: StoredLocale): LocaleDraft => ({
  locale,
  subject: textOf(fields.subject),
  preheader: textOf(fields.preheader),
  body: fields.body ?? null,
});

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || value === '';

/** The widest column a name is kept in. */
const NAME_CHARACTERS = 255;

function readName(value: unknown): Read<string> {
  const name = cleanLine(textOf(value));
  if (name === '') return read(name, campaignProblem('name-missing', 'name'));
  if ([...name].length > NAME_CHARACTERS)
    return read(name, campaignProblem('name-too-long', 'name'));
  return read(name);
}

function readSender(value: unknown): Read<string | null> {
  const id = textOf(value);
  return id === '' ? read(null, campaignProblem('sender-missing', 'sender')) : read(id);
}

function readReplyTo(value: unknown): Read<string | null> {
  if (isNothing(value)) return read(null);
  if (typeof value === 'string') return read(value.trim() || null);
  return read(null, campaignProblem('reply-to-malformed', 'reply-to'));
}

function readAudience(value: unknown): Read<WishedAudience | null> {
  if (isNothing(value)) return read(null, campaignProblem('audience-missing', 'audience'));
  const { include, exclude = [], segments = [] } = membersOf(value);
  if (!areIds(include) || !areIds(exclude) || !areIds(segments)) {
    return read(null, campaignProblem('audience-malformed', 'audience'));
  }
  if (include.length === 0) return read(null, campaignProblem('audience-missing', 'audience'));
  return read({
    include: [...new Set(include)],
    exclude: [...new Set(exclude)],
    segments: [...new Set(segments)],
  });
}

function readWishedAt(value: unknown): Read<WishedTime | null> {
  if (isNothing(value)) return read(null);
  const { local, zone } = membersOf(value);
  if (isObject(value) && isNothing(local) && isNothing(zone)) return read(null);
  if (typeof local === 'string' && typeof zone === 'string') return read({ local, zone });
  return read(null, campaignProblem('wished-time-malformed', 'wished-at'));
}

const membersOf = (value: unknown): Readonly<Record<string, unknown>> =>
  isObject(value) ? value : {};

const areIds = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((id) => typeof id === 'string' && id !== '');
