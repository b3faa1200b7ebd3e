import type { MessageProblem, ProblemCode, ProblemLevel, Where } from '../messages/problems';

/**
 * What can keep a campaign from being submitted, besides what is wrong with a message itself; all of
 * them stop it.
 */
export type CampaignProblemCode =
  | 'name-missing'
  | 'name-too-long'
  | 'sender-missing'
  | 'sender-unknown'
  | 'reply-to-malformed'
  | 'audience-missing'
  | 'audience-malformed'
  | 'audience-empty'
  | 'list-unknown'
  | 'segment-unknown'
  | 'segment-broken'
  | 'wished-time-malformed'
  | 'wished-zone-unknown'
  | 'wished-time-never'
  | 'wished-time-twice'
  | 'wished-time-past'
  | 'identity-missing'
  | 'public-url-missing'
  | 'secret-missing'
  | 'transport-missing'
  | 'picture-unknown'
  | 'picture-unreachable'
  | 'picture-too-big'
  | 'picture-not-an-image';

/** A field of the campaign, a part of the message, or what has to be set up outside it. */
export type CampaignPlace =
  | Where
  | 'name'
  | 'sender'
  | 'audience'
  | 'wished-at'
  | 'settings'
  | 'config';

export interface CampaignProblem {
  readonly code: CampaignProblemCode | ProblemCode;
  readonly level: ProblemLevel;
  readonly where: CampaignPlace;
  /** Null: in every language, or outside the campaign. */
  readonly locale: string | null;
  /** An excerpt of what is meant; may be empty. Never an address. */
  readonly text: string;
}

export const campaignProblem = (
  code: CampaignProblemCode,
  where: CampaignPlace,
  text = '',
): CampaignProblem => ({ code, level: 'error', where, locale: null, text });

export const inLocale = (locale: string, problem: MessageProblem): CampaignProblem => ({
  ...problem,
  locale,
});
