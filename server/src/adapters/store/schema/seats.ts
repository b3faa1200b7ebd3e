import { TABLES } from '../../../names';
import { column, type Step } from './step';

/** With which of the roles asked for somebody signed, as JSON. Null: none was asked for. */
export const SEATS: readonly Step[] = [
  column(TABLES.decisions, 'roles', (_c, t) => {
    t.string('roles', 1000);
  }),
];
