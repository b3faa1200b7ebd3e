import type { Asking } from '../../domain/access/asking';
import { told } from '../../domain/audit/entry';
import { campaignHash } from '../../domain/campaigns/hash';
import { assetOf } from '../../domain/campaigns/pictures';
import type { CampaignProblem } from '../../domain/campaigns/problems';
import type { Edition, FullEdition } from '../../domain/editions/edition';
import { partsOf } from '../../domain/editions/parts';
import { LOG_EVENTS } from '../../names';
import type { SubmitDeps } from './deps';
import { examine, type Examined } from './examine';
import { freeze } from './freeze';

/**
 * `already-open`: an edition of this campaign waits or is being sent. `somebody-was-first`: the
 * campaign was changed while it was being frozen.
 */
export type SubmitRefusal = 'no-such-campaign' | 'already-open' | 'somebody-was-first' | 'problems';

/** All problems come together; beside an edition they are warnings. */
export type SubmitAnswer =
  | { readonly ok: true; readonly value: Edition; readonly problems: readonly CampaignProblem[] }
  | {
      readonly ok: false;
      readonly reason: SubmitRefusal;
      readonly problems?: readonly CampaignProblem[];
    };

type No = Extract<SubmitAnswer, { ok: false }>;
type Tell = (result: string, edition?: FullEdition) => Promise<void>;

/** campaign → edition in review. Who may submit is the caller's question. */
export const createSubmit =
  (deps: SubmitDeps) =>
  async (campaignId: string, by: Asking): Promise<SubmitAnswer> => {
    const tell = createTell(deps, campaignId, by);
    const refuse = async (no: No): Promise<No> => {
      await tell(no.reason);
      return no;
    };
    const stored = await deps.campaigns.read(campaignId);
    if (!stored) return refuse({ ok: false, reason: 'no-such-campaign' });
    if (await deps.editions.findOpen(campaignId))
      return refuse({ ok: false, reason: 'already-open' });

    const examined = await examine(deps, stored);
    const { problems } = examined;
    if (problems.some(({ level }) => level === 'error')) {
      return refuse({ ok: false, reason: 'problems', problems });
    }
    const frozen = { campaignHash: campaignHash(stored), submittedBy: by.person };
    const edition = freeze(deps, examined, frozen);
    const reason = await deps.transactions.within(() => keep(deps, edition, examined, tell));
    if (reason) return refuse({ ok: false, reason });
    deps.log.info(LOG_EVENTS.editionMoved, { edition: edition.id, state: edition.state });
    return { ok: true, value: withoutContent(edition), problems };
  };

/**
 * All of it or nothing. The campaign is locked and looked at again: a change that raced with the
 * freeze is either seen here, or waits and then finds an edition to void. So is, by the turn, a source
 * that somebody makes, changes or removes meanwhile.
 */
async function keep(
  deps: SubmitDeps,
  edition: FullEdition,
  { pictures, around }: Examined,
  tell: Tell,
): Promise<SubmitRefusal | null> {
  await deps.lists.takeTurn();
  const now = await deps.campaigns.readLocked(edition.campaignId);
  if (!now || campaignHash(now) !== edition.campaignHash) return 'somebody-was-first';
  if (!(await deps.editions.insert(edition))) return 'already-open';
  const kept = await keepPictures(deps, pictures, edition.submittedAt);
  await deps.hands.freeze(edition.id, partsOf(edition.content, around.sender, kept));
  await deps.hands.record(edition.campaignId, edition.submittedBy, edition.submittedAt);
  await tell('done', edition);
  return null;
}

/** Answers the hash of each, by where the media library has it: a body may call one by several addresses. */
async function keepPictures(
  { assets }: SubmitDeps,
  pictures: Examined['pictures'],
  at: number,
): Promise<ReadonlyMap<string, string>> {
  const kept = new Map<string, string>();
  for (const picture of pictures.values()) {
    const asset = assetOf(picture);
    await assets.put(asset, picture.bytes, at);
    kept.set(picture.url, asset.hash);
  }
  return kept;
}

const createTell =
  ({ audit, clock }: SubmitDeps, campaignId: string, by: Asking): Tell =>
  (result, edition) =>
    audit.record(
      told(by, {
        act: 'edition.submit',
        result,
        at: clock.now(),
        subject: edition
          ? { kind: 'edition', id: edition.id }
          : { kind: 'campaign', id: campaignId },
        ...(edition && { detail: detailOf(edition) }),
      }),
    );

const detailOf = ({ campaignId, fingerprint, readersAtSubmit }: FullEdition) => ({
  campaign: campaignId,
  fingerprint,
  readers: readersAtSubmit,
});

function withoutContent({ content: _content, ...edition }: FullEdition): Edition {
  return edition;
}
