import knex, { type Knex } from 'knex';
import { type SourceTrouble, SourceUnreadable } from '../../../domain/subscribers/source-trouble';
import type { SqlClient, SqlSource } from '../../../domain/subscribers/sql-source';
import { knexConfig } from './dialects';
import { bound, type IdKind, isOfNumbers, kindOfId } from './ids';
import { troubleOf } from './trouble';

export type Row = Readonly<Record<string, unknown>>;
type Rows = Knex.QueryBuilder;

/** Whether the site has installed what this database is spoken to with: knex looks for it at once. */
export async function hasDriver(source: SqlSource): Promise<boolean> {
  try {
    await knex(knexConfig(source)).destroy();
    return true;
  } catch {
    return false;
  }
}

/** A server that does not keep its own time limit is given up this much later. */
const GRACE_MS = 2000;

export type Desk = ReturnType<typeof openDesk>;

/** Where a source's database is asked. A connection is made with the first question, and not before. */
export function openDesk(source: SqlSource) {
  const { client } = source.connection;
  const { id } = source.fields;
  let opened: Knex | null = null;
  let kind: IdKind | null = null;
  let trouble: SourceTrouble | null = null;

  const open = (): Knex => (opened ??= knex(knexConfig(source)));
  // The bracket on a line of its own: a query may end in a comment.
  const rows = (): Rows => open().from(open().raw(`(${queryFor(client, source.query)}\n) as q`));
  const ask = async (question: Rows): Promise<Row[]> =>
    question.timeout(source.timeoutSeconds * 1000 + GRACE_MS);

  return {
    rows,
    ask,
    /** Ids as this database wants them; null: it has no row that has one. */
    bind: async (externalIds: readonly string[]) => {
      kind ??= await kindOf();
      return kind && bound(externalIds, kind, client);
    },
    hasNumbers: () => isOfNumbers(kind),
    /** What goes wrong is remembered for the list's page, in a word of ours. */
    attempt: async <T>(questions: () => Promise<T>): Promise<T> => {
      try {
        const answer = await questions();
        trouble = null;
        return answer;
      } catch (error) {
        trouble = error instanceof SourceUnreadable ? error.reason : troubleOf(error);
        throw new SourceUnreadable(source.id, trouble);
      }
    },
    trouble: () => trouble,
    close: async (): Promise<void> => {
      await opened?.destroy();
      opened = null;
    },
  };

  async function kindOf(): Promise<IdKind | null> {
    const type = client === 'pg' ? [open().raw('pg_typeof(??)::text as type', [id])] : [];
    const [row] = await ask(
      rows()
        .whereNotNull(id)
        .orderBy(id)
        .limit(1)
        .select(`${id} as id`, ...type),
    );
    return row ? kindOfId(row.id, row.type) : null;
  }
}

/** knex takes a question mark for a place of its own where it hands PostgreSQL numbered ones. */
function queryFor(client: SqlClient, query: string): string {
  const one = query.trim().replace(/;$/, '');
  return client === 'pg' ? one.replaceAll('?', '\\?') : one;
}
