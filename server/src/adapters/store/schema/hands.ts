import { TABLES } from '../../../names';
import { index, type Step } from './step';

/** For the question which campaigns somebody has had a hand in. */
export const HANDS: readonly Step[] = [
  index(TABLES.hands, 'countersign_hands_person', ['person', 'campaign_id']),
];
