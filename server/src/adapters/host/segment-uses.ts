import { isObject } from '../../domain/campaigns/setting';
import { CAMPAIGN_TABLE } from '../../names';
import type { SegmentUses } from '../../ports';
import type { CampaignTable } from './campaigns';

interface Row {
  readonly document_id: unknown;
  readonly audience: unknown;
}

/** Reads what every campaign names: there are few of them, and what their JSON holds no database is asked alike. */
export const createSegmentUses = (db: CampaignTable): SegmentUses => ({
  campaigns: () =>
    db.read(async (k) => {
      const rows: Row[] = await db
        .table(k, CAMPAIGN_TABLE)
        .whereNotNull('audience')
        .select('document_id', 'audience');
      const uses = new Map<string, Set<unknown>>();
      for (const { document_id: campaign, audience } of rows) {
        for (const id of segmentsIn(audience)) {
          uses.set(id, (uses.get(id) ?? new Set()).add(campaign));
        }
      }
      return new Map([...uses].map(([id, campaigns]) => [id, campaigns.size]));
    }),
});

function segmentsIn(audience: unknown): string[] {
  const read = typeof audience === 'string' ? parsed(audience) : audience;
  const named = isObject(read) ? read.segments : [];
  return Array.isArray(named) ? named.map(String) : [];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON after all (a write by SQL): it names nothing.
    return null;
  }
}
