import { assetOf } from '../../domain/campaigns/pictures';
import { listIdOf } from '../../domain/campaigns/list-id';
import type { EditionContent, FrozenAsset } from '../../domain/editions/content';
import type { FullEdition } from '../../domain/editions/edition';
import { fingerprintOf } from '../../domain/editions/fingerprint';
import { reviewEndsAt } from '../../domain/editions/window';
import { newId } from '../../domain/ids';
import { asciiAddress } from '../../domain/messages/mime/mailbox';
import { mailboxOf } from './compose';
import type { SubmitConfig, SubmitDeps } from './deps';
import type { Examined } from './examine';

/** The edition that an examined campaign becomes; nothing is stored yet. */
export function freeze(
  { clock, chance, config }: Pick<SubmitDeps, 'clock' | 'chance' | 'config'>,
  examined: Examined,
  { campaignHash, submittedBy }: { readonly campaignHash: string; readonly submittedBy: string },
): FullEdition {
  const submittedAt = clock.now();
  const content = contentOf(examined, config);
  const { wishedAt, count } = examined.around;
  return {
    id: newId(submittedAt, chance.bytes(10)),
    campaignId: examined.draft.id,
    name: examined.draft.name,
    state: 'in-review',
    heldBecause: null,
    fingerprint: fingerprintOf(content),
    campaignHash,
    submittedBy,
    submittedAt,
    expiresAt: reviewEndsAt(wishedAt, submittedAt, config.approval),
    wishedAt,
    readersAtSubmit: count?.readers ?? 0,
    readers: null,
    startedAt: null,
    finishedAt: null,
    content,
  };
}

/** @throws if a part is missing: a problem must have stopped the submit before. */
function contentOf(
  { draft, around, pictures, messages }: Examined,
  config: SubmitConfig,
): EditionContent {
  const { sender, identity, list, audience } = around;
  const { publicUrl, versions } = config;
  const [first] = draft.locales;
  const isComplete = draft.locales.every(({ locale }) => messages[locale]);
  if (!sender || !identity || !list || !publicUrl || !audience || !first || !isComplete) {
    throw new Error('a part of the edition is missing and no problem said so');
  }
  const replyTo = draft.replyTo ?? sender.replyTo;
  return {
    campaign: { id: draft.id, name: draft.name },
    from: mailboxOf(sender),
    replyTo: replyTo === null ? null : (asciiAddress(replyTo) ?? null),
    returnPathDomain: sender.returnPathDomain,
    listId: listIdOf(list.id, publicUrl),
    publicUrl,
    audience,
    identity,
    wishedAt: draft.wishedAt,
    messages,
    defaultLocale: first.locale,
    assets: assetsOf(pictures),
    versions,
  };
}

/** Each content once, by hash. */
function assetsOf(pictures: Examined['pictures']): readonly FrozenAsset[] {
  const assets = [...pictures.values()].map(assetOf);
  return [...new Map(assets.map((asset) => [asset.hash, asset])).values()].sort((a, b) =>
    a.hash < b.hash ? -1 : 1,
  );
}
