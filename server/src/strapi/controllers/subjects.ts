import type { AuditEntryShown } from '../../contracts/audit';
import type { AuditRow } from '../../domain/audit/row';
import { CAMPAIGN_UID } from '../../names';
import type { House } from '../house';
import { namesOf, type Showing } from '../people';
import { subjectText } from '../words/audit-subjects';

export type SubjectShown = (row: AuditRow) => AuditEntryShown['subject'];

/** Reads what the rows are about all at once. Readers have no name here: their id is enough. */
export async function subjectsShown(
  { strapi, house, language }: Showing & { readonly house: House },
  rows: readonly AuditRow[],
): Promise<SubjectShown> {
  const idsOf = (kind: string): string[] => [
    ...new Set(rows.flatMap((row) => (row.subjectKind === kind ? (row.subjectId ?? []) : []))),
  ];
  const [edition, campaign, account] = await Promise.all([
    house.audit.editionNames(idsOf('edition')),
    campaignNames(strapi, idsOf('campaign')),
    namesOf(strapi, idsOf('account')),
  ]);
  const names = new Map(Object.entries({ edition, campaign, account }));
  return ({ subjectKind: kind, subjectId: id }) => {
    if (kind === null || id === null) return null;
    return { kind, id, text: subjectText({ kind, id, name: names.get(kind)?.get(id) }, language) };
  };
}

async function campaignNames(
  strapi: Showing['strapi'],
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const where = { documentId: { $in: ids } };
  const found = await strapi.db
    .query(CAMPAIGN_UID)
    .findMany({ where, select: ['documentId', 'name'] });
  return new Map(found.map(({ documentId, name }) => [String(documentId), String(name)]));
}
