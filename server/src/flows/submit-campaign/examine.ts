import { readCampaign, type CampaignDraft } from '../../domain/campaigns/draft';
import { assetOf, assetUrl } from '../../domain/campaigns/pictures';
import type { CampaignProblem } from '../../domain/campaigns/problems';
import type { StoredCampaign } from '../../domain/campaigns/stored';
import type { LocaleMessage } from '../../domain/messages/message';
import { collectPictures, type Pictures } from './collect-pictures';
import { compose } from './compose';
import type { SubmitDeps } from './deps';
import { lookAround, type Surroundings } from './surroundings';

/** A campaign with everything it names, looked at as a whole: what it would freeze, and what is wrong. */
export interface Examined {
  readonly draft: CampaignDraft;
  readonly around: Surroundings;
  readonly pictures: Pictures['byUrl'];
  /** Complete unless a problem stops it. */
  readonly messages: Readonly<Record<string, LocaleMessage>>;
  /** All of them together, each once. */
  readonly problems: readonly CampaignProblem[];
}

/** Reads pictures and renders; changes nothing. Outside any transaction: it may take seconds. */
export async function examine(deps: SubmitDeps, stored: StoredCampaign): Promise<Examined> {
  const { draft, problems } = readCampaign(stored);
  const around = await lookAround(deps, draft);
  const pictures = await collectPictures(deps, draft);
  const { publicUrl } = deps.config;
  const frozenUrlOf = (url: string): string | undefined => {
    const picture = pictures.byUrl.get(url);
    return picture && assetUrl(publicUrl ?? '', assetOf(picture));
  };
  const messages: Record<string, LocaleMessage> = {};
  const wrong = [...problems, ...around.problems, ...pictures.problems];
  for (const written of draft.locales) {
    const composed = await compose(deps, { draft, around, publicUrl, frozenUrlOf }, written);
    if (composed.message) messages[written.locale] = composed.message;
    wrong.push(...composed.problems);
  }
  return { draft, around, pictures: pictures.byUrl, messages, problems: eachOnce(wrong) };
}

function eachOnce(problems: readonly CampaignProblem[]): readonly CampaignProblem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}
