import type { Knex } from 'knex';
import type { Dialect } from '../database';

/** The few column shapes our tables are made of. Times are ms since 1970 in a bigint, on every database. */
export interface Columns {
  id(name?: string): Knex.ColumnBuilder;
  /** Compared exactly; MySQL would otherwise fold case and accents. */
  exact(name: string, length: number): Knex.ColumnBuilder;
  /** Compared byte by byte, blanks at the end included, which MySQL's collations would pass over. */
  bytewise(name: string, length: number): Knex.ColumnBuilder;
  time(name: string): Knex.ColumnBuilder;
  flag(name: string): Knex.ColumnBuilder;
  long(name: string): Knex.ColumnBuilder;
  bytes(name: string): Knex.ColumnBuilder;
  count(name: string): Knex.ColumnBuilder;
}

export function columns(table: Knex.CreateTableBuilder, dialect: Dialect): Columns {
  const exact = (name: string, length: number): Knex.ColumnBuilder => {
    const column = table.string(name, length);
    return dialect === 'mysql' ? column.collate('utf8mb4_bin') : column;
  };
  return {
    exact,
    id: (name = 'id') => exact(name, 26),
    bytewise: (name, length) =>
      dialect === 'mysql'
        ? table.specificType(name, `varbinary(${length * 4})`)
        : table.string(name, length),
    time: (name) => table.bigInteger(name),
    flag: (name) => table.boolean(name),
    long: (name) => table.text(name, 'longtext'),
    bytes: (name) =>
      dialect === 'mysql' ? table.specificType(name, 'longblob') : table.binary(name),
    count: (name) => table.integer(name),
  };
}
