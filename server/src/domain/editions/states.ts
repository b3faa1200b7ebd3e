export const EDITION_STATES = [
  'in-review',
  'approved',
  'scheduled',
  'freezing',
  'sending',
  'paused',
  'held',
  'sent',
  'sent-back',
  'withdrawn',
  'expired',
  'void',
  'cancelled',
] as const;
export type EditionState = (typeof EDITION_STATES)[number];

export type EditionMove =
  | 'approve'
  | 'schedule'
  | 'send-back'
  | 'withdraw'
  | 'expire'
  | 'void'
  | 'freeze'
  | 'begin'
  | 'pause'
  | 'resume'
  | 'hold'
  | 'finish'
  | 'cancel';

/** Every move an edition can make. What is not listed cannot happen. */
const MOVES: Record<EditionState, Partial<Record<EditionMove, EditionState>>> = {
  'in-review': { approve: 'approved', schedule: 'scheduled', 'send-back': 'sent-back', withdraw: 'withdrawn', expire: 'expired', void: 'void' },
  approved: { schedule: 'scheduled', freeze: 'freezing', withdraw: 'withdrawn', expire: 'expired', void: 'void', hold: 'held', cancel: 'cancelled' },
  scheduled: { freeze: 'freezing', withdraw: 'withdrawn', void: 'void', hold: 'held', cancel: 'cancelled' },
  freezing: { begin: 'sending', hold: 'held', cancel: 'cancelled' },
  sending: { pause: 'paused', hold: 'held', finish: 'sent', cancel: 'cancelled' },
  paused: { resume: 'sending', hold: 'held', cancel: 'cancelled' },
  held: { resume: 'sending', void: 'void', cancel: 'cancelled' },
  sent: {},
  'sent-back': {},
  withdrawn: {},
  expired: {},
  void: {},
  cancelled: {},
};

/** Where `move` leads from `from`, or undefined if that cannot happen. */
export const moveEdition = (from: EditionState, move: EditionMove): EditionState | undefined => MOVES[from][move];

/** The states from which `move` is possible: the WHERE of a compare-and-set. */
export const statesThatCan = (move: EditionMove): EditionState[] =>
  EDITION_STATES.filter((state) => MOVES[state][move] !== undefined);

/** An edition that still waits, or is being sent: a campaign has at most one of these. */
export const isOpen = (state: EditionState): boolean => Object.keys(MOVES[state]).length > 0;

/** Nothing has gone out yet, so a change of the campaign still voids it. */
export const isBeforeSending = (state: EditionState): boolean =>
  ['in-review', 'approved', 'scheduled'].includes(state);
