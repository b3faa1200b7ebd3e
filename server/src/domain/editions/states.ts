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
  | 'reopen'
  | 'cancel';

/** Every move an edition can make. What is not listed cannot happen. */
const MOVES: Record<EditionState, Partial<Record<EditionMove, EditionState>>> = {
  'in-review': {
    approve: 'approved',
    schedule: 'scheduled',
    'send-back': 'sent-back',
    withdraw: 'withdrawn',
    expire: 'expired',
    void: 'void',
  },
  approved: {
    schedule: 'scheduled',
    freeze: 'freezing',
    withdraw: 'withdrawn',
    expire: 'expired',
    void: 'void',
    hold: 'held',
    cancel: 'cancelled',
  },
  scheduled: {
    freeze: 'freezing',
    withdraw: 'withdrawn',
    void: 'void',
    hold: 'held',
    cancel: 'cancelled',
  },
  freezing: { begin: 'sending', hold: 'held', cancel: 'cancelled' },
  sending: { pause: 'paused', hold: 'held', finish: 'sent', cancel: 'cancelled' },
  paused: { resume: 'sending', hold: 'held', cancel: 'cancelled' },
  held: { resume: 'sending', void: 'void', cancel: 'cancelled' },
  sent: { reopen: 'sending' },
  'sent-back': {},
  withdrawn: {},
  expired: {},
  void: {},
  cancelled: {},
};

/** Where `move` leads from `from`, or undefined if that cannot happen. */
export const moveEdition = (from: EditionState, move: EditionMove): EditionState | undefined =>
  MOVES[from][move];

/** The states from which `move` is possible: the WHERE of a compare-and-set. */
export const statesThatCan = (move: EditionMove): EditionState[] =>
  EDITION_STATES.filter((state) => MOVES[state][move] !== undefined);

/** The state a move leads to; the same wherever it starts. */
export const stateAfter = (move: EditionMove): EditionState =>
  EDITION_STATES.flatMap((state) => MOVES[state][move] ?? [])[0] ?? neverUsed(move);

function neverUsed(move: EditionMove): never {
  throw new RangeError(`no state can ${move}`);
}

/**
 * After the first message only the same bytes may go on; before it nothing may be resumed into
 * sending. `true`: only once sending has begun. `false`: only before. Absent: either.
 */
export const ONLY_ONCE_STARTED: Partial<Record<EditionMove, boolean>> = {
  resume: true,
  reopen: true,
  void: false,
};

/**
 * An edition that still waits, or is being sent: a campaign has at most one of these. One that was sent and is
 * opened again for single readers takes nobody's place.
 */
export const isOpen = (state: EditionState): boolean =>
  Object.keys(MOVES[state]).some((move) => move !== 'reopen');

/** Nothing has gone out yet, so a change of the campaign still voids it. */
export const mayBeVoided = (edition: {
  readonly state: EditionState;
  readonly startedAt: number | null;
}): boolean => edition.startedAt === null && moveEdition(edition.state, 'void') !== undefined;

/**
 * How an edition is stopped of which it is decided otherwise now who gets it. Null: it is over, or its readers are
 * settled. While they are being collected it can only be held; as it has not begun nobody resumes it.
 */
export const stopBeforeBegin = (edition: {
  readonly state: EditionState;
  readonly startedAt: number | null;
}): 'void' | 'hold' | null => {
  if (mayBeVoided(edition)) return 'void';
  return edition.state === 'freezing' ? 'hold' : null;
};
