import { TABLES } from '../../../names';
import type { Db, Dialect } from '../database';

export interface Trigger {
  readonly name: string;
  /** Statements that make it, to be run one by one. */
  create(db: Db): readonly string[];
}

const SAYS = 'countersign: the audit trail is append-only';

/** Rows may go by age, once a note in `audit_drops` says so; `verify` asks whether the note is genuine. */
const mayGo = ({ name }: Pick<Db, 'name'>): string =>
  `exists (select 1 from ${name(TABLES.auditSeals)} s where s.row_id = old.id
     and s.seq <= coalesce((select max(d.through_seq) from ${name(TABLES.auditDrops)} d), 0))`;

const GUARDED = [TABLES.audit, TABLES.auditSeals] as const;
type Guarded = (typeof GUARDED)[number];

const ACTS = ['update', 'delete'] as const;
type GuardedAct = (typeof ACTS)[number];

const nameOf = (table: Guarded, act: string): string => `${table}_no_${act}`;

const each = (create: (table: Guarded, act: GuardedAct) => Trigger['create']): readonly Trigger[] =>
  GUARDED.flatMap((table) =>
    ACTS.map((act) => ({ name: nameOf(table, act), create: create(table, act) })),
  );

const isWithExit = (table: Guarded, act: GuardedAct): boolean =>
  table === TABLES.audit && act === 'delete';

const sqlite = each((table, act) => (db) => [
  `create trigger ${nameOf(table, act)} before ${act} on ${db.name(table)}
   ${isWithExit(table, act) ? `when not ${mayGo(db)}` : ''}
   begin select raise(abort, '${SAYS}'); end`,
]);

const mysql = each((table, act) => (db) => [
  `create trigger ${nameOf(table, act)} before ${act} on ${db.name(table)} for each row
   begin
     ${isWithExit(table, act) ? `if not ${mayGo(db)} then` : ''}
     signal sqlstate '45000' set message_text = '${SAYS}';
     ${isWithExit(table, act) ? 'end if;' : ''}
   end`,
]);

const postgres: readonly Trigger[] = [
  ...each((table, act) => (db) => {
    const answer = act === 'delete' ? 'old' : 'new';
    const refuse = `raise exception '${SAYS}';`;
    const body = isWithExit(table, act) ? `if not ${mayGo(db)} then ${refuse} end if;` : refuse;
    return [
      `create or replace function ${db.name(nameOf(table, act))}() returns trigger language plpgsql
       as $$ begin ${body} return ${answer}; end $$`,
      `create trigger ${nameOf(table, act)} before ${act} on ${db.name(table)}
       for each row execute function ${db.name(nameOf(table, act))}()`,
    ];
  }),
  ...GUARDED.map((table) => ({
    name: nameOf(table, 'truncate'),
    create: (db: Db) => [
      `create or replace function ${db.name(nameOf(table, 'truncate'))}() returns trigger
       language plpgsql as $$ begin raise exception '${SAYS}'; end $$`,
      `create trigger ${nameOf(table, 'truncate')} before truncate on ${db.name(table)}
       for each statement execute function ${db.name(nameOf(table, 'truncate'))}()`,
    ],
  })),
];

/** SQLite has no TRUNCATE; MySQL's passes every trigger, and only the chain tells of it. */
export const TRIGGERS: Record<Dialect, readonly Trigger[]> = { sqlite, mysql, postgres };
