import { FEWEST_SHOWN } from './spread';

const STEP = 10;

/**
 * What somebody who may not see addresses is told of a count that a segment had a say in: to the nearest ten,
 * so that neither the opposite of a rule, nor the rest, nor a rule that asks for one person more tells who it
 * is. Null: fewer than five, none among them, since whether there is one is the answer about one person.
 */
export const aboutCount = (count: number): number | null =>
  count < FEWEST_SHOWN ? null : Math.max(STEP, Math.round(count / STEP) * STEP);
