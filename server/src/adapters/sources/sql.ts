import { type SourceTrouble, SourceUnreadable } from '../../domain/subscribers/source-trouble';
import {
  externalIdOf,
  hasColumns,
  isInOrder,
  personOfRow,
  type SqlSource,
} from '../../domain/subscribers/sql-source';
import type { SourcePerson } from '../../domain/subscribers/subscriber';
import { saidIn } from '../../domain/subscribers/voice';
import type { Clock, Source } from '../../ports';
import { type Desk, openDesk, type Row } from './sql/desk';
import { pageOf } from './page-of';

export interface OpenedSqlSource extends Source {
  /** As the last question went; null: it was answered, or none was asked yet. */
  trouble(): SourceTrouble | null;
  close(): Promise<void>;
}

/**
 * People who are rows of a query on another database, which is only ever read. Keyset by the id column, in
 * the order of that database; an id it has twice is one person, and the first row counts.
 */
export function createSqlSource(source: SqlSource, clock: Clock): OpenedSqlSource {
  const desk = openDesk(source);
  const { id } = source.fields;
  const peopleIn = (rows: readonly Row[]) => peopleOf(rows, source, clock.now());
  return {
    id: source.id,
    listId: source.list,
    peopleOf: source.people ?? source.id,
    isElsewhere: true,
    says: saidIn(source.fields),
    read: (after, limit) =>
      desk.attempt(async () => {
        const people = peopleIn(await pageAfter(desk, source, { after, limit }));
        const ids = [...(after === null ? [] : [after]), ...people.map((one) => one.externalId)];
        if (isInOrder(ids, desk.hasNumbers())) return pageOf(people);
        throw new SourceUnreadable(source.id, 'bad-rows');
      }),
    readSome: (externalIds) =>
      desk.attempt(async () => {
        const ids = await desk.bind(externalIds);
        if (!ids || ids.length === 0) return [];
        const wanted = new Set(externalIds);
        const rows = await desk.ask(desk.rows().whereIn(id, ids).orderBy(id).select('*'));
        // What is one id to that database may be two to us.
        return peopleIn(rows).filter(({ externalId }) => wanted.has(externalId));
      }),
    count: () => desk.attempt(async () => countIn(await desk.ask(desk.rows().count({ n: '*' })))),
    countUnnamed: () =>
      desk.attempt(async () =>
        countIn(await desk.ask(desk.rows().whereNull(id).count({ n: '*' }))),
      ),
    trouble: desk.trouble,
    close: desk.close,
  };
}

interface Page {
  readonly after: string | null;
  readonly limit: number;
}

async function pageAfter(desk: Desk, source: SqlSource, { after, limit }: Page): Promise<Row[]> {
  const { id } = source.fields;
  const cursors = await desk.bind(after === null ? [] : [after]);
  if (cursors === null) return [];
  const page = desk.rows().whereNotNull(id).orderBy(id).limit(limit).select('*');
  const [cursor] = cursors;
  // From there it would begin anew, and never end.
  if (after !== null && cursor === undefined) throw new SourceUnreadable(source.id, 'bad-rows');
  return desk.ask(cursor === undefined ? page : page.where(id, '>', cursor));
}

/** @throws SourceUnreadable rather than leave out whom it does not understand: they would be off the list */
function peopleOf(rows: readonly Row[], source: SqlSource, now: number): SourcePerson[] {
  const people = new Map<string, SourcePerson>();
  for (const row of rows) {
    if (!hasColumns(row, source)) throw new SourceUnreadable(source.id, 'bad-query');
    const externalId = externalIdOf(row[source.fields.id]);
    if (externalId === null) throw new SourceUnreadable(source.id, 'bad-rows');
    if (!people.has(externalId)) {
      people.set(externalId, personOfRow(row, externalId, { source, now }));
    }
  }
  return [...people.values()];
}

const countIn = ([row]: readonly Row[]): number => Number(row?.n ?? 0);
