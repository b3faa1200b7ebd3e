import type { AuditQuestion } from '../../api/audit';

const DAY_MS = 24 * 60 * 60_000;

/** What the page's address asks for; days are of the browser's zone, the last one included. */
export function questionIn(params: URLSearchParams): AuditQuestion {
  const asked = (name: string): string | undefined => params.get(name) || undefined;
  const [since, until] = [dayAt(asked('since')), dayAt(asked('until'))];
  return {
    act: asked('act'),
    person: asked('person'),
    subject: asked('subject'),
    from: since,
    to: until === undefined ? undefined : until + DAY_MS - 1,
  };
}

/** @param day `2026-11-24` */
function dayAt(day: string | undefined): number | undefined {
  if (day === undefined) return undefined;
  const at = new Date(`${day}T00:00:00`).getTime();
  return Number.isNaN(at) ? undefined : at;
}
