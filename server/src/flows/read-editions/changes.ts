import { changesBetween } from '../../domain/editions/changes';
import type { FullEdition } from '../../domain/editions/edition';
import { refuse, ok } from '../../domain/result';
import type { DecisionStore, EditionStore } from '../../ports';

export interface ChangesDeps {
  readonly editions: EditionStore;
  readonly decisions: Pick<DecisionStore, 'lastBy'>;
}

/** An earlier edition of the campaign: the last that was sent, or the last this person decided on. */
export type Earlier = 'sent' | { readonly decidedBy: string };

export async function changesSince(deps: ChangesDeps, id: string, earlier: Earlier) {
  const edition = await deps.editions.findFull(id);
  if (!edition) return refuse('no-such-edition');
  const before = await find(deps, edition, earlier);
  const { content, ...since } = before ?? { content: null };
  const locales = changesBetween(content, edition.content);
  return ok({ since: before ? (since as Omit<FullEdition, 'content'>) : null, locales });
}

async function find(
  { editions, decisions }: ChangesDeps,
  { id, campaignId }: FullEdition,
  earlier: Earlier,
): Promise<FullEdition | null> {
  const before = { campaignId, before: id };
  if (earlier !== 'sent') {
    const decidedOn = await decisions.lastBy(earlier.decidedBy, before);
    return decidedOn === null ? null : editions.findFull(decidedOn);
  }
  const [last] = await editions.list({ ...before, states: ['sent'], limit: 1 });
  return last ? editions.findFull(last.id) : null;
}
