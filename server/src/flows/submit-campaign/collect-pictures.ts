import type { CampaignDraft } from '../../domain/campaigns/draft';
import {
  MAX_PICTURES_BYTES,
  type LibraryPicture,
  type PictureTrouble,
} from '../../domain/campaigns/pictures';
import { campaignProblem, type CampaignProblem } from '../../domain/campaigns/problems';
import { listImages } from '../../domain/messages/blocks/walk';
import type { SubmitDeps } from './deps';

export interface Pictures {
  /** By the address in the body. */
  readonly byUrl: ReadonlyMap<string, LibraryPicture>;
  readonly problems: readonly CampaignProblem[];
}

/** Reads every picture of every locale once, one after the other: their bytes are what takes memory. */
export async function collectPictures(
  { pictures }: Pick<SubmitDeps, 'pictures'>,
  { locales }: Pick<CampaignDraft, 'locales'>,
): Promise<Pictures> {
  const byUrl = new Map<string, LibraryPicture>();
  const problems: CampaignProblem[] = [];
  let bytes = 0;
  for (const url of new Set(locales.flatMap(({ body }) => listImages(body)))) {
    const picture = await pictures.read(url);
    bytes += picture.ok ? picture.value.bytes.length : 0;
    if (!picture.ok) problems.push(troubleWith(url, picture.reason));
    else if (bytes > MAX_PICTURES_BYTES) problems.push(troubleWith(url, 'too-big'));
    else byUrl.set(url, picture.value);
  }
  return { byUrl, problems };
}

const troubleWith = (url: string, trouble: PictureTrouble): CampaignProblem =>
  campaignProblem(`picture-${trouble}`, 'body', fileNameOf(url));

const fileNameOf = (url: string): string => url.slice(url.lastIndexOf('/') + 1).slice(0, 80);
