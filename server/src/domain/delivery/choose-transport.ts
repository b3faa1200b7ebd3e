/** A transport as one process sees it when the next messages want to go out. */
export interface Choice {
  /** Its share beside the others'; 0: it stands by until none with a share can be used. */
  readonly weight: number;
  /** Messages it is behind its share; below 0, ahead. */
  readonly owed: number;
  /** It rests, after trouble or because the day's messages are out. */
  readonly rests: boolean;
  /** A connection of it has nothing to do, and its rate lets it begin. */
  readonly isFree: boolean;
}

/** Nobody is owed more: who was full for an hour does not get everything for the next. */
const MOST_OWED = 1000;

/**
 * The places of those that may be used now, in the order of the configuration: those that have a share, or
 * the first stand-by if all of them rest. None: wait until one's rest is over.
 */
export function usable(choices: readonly Choice[]): number[] {
  const awake = [...choices.keys()].filter((at) => choices[at]?.rests === false);
  const sharing = awake.filter((at) => (choices[at]?.weight ?? 0) > 0);
  return sharing.length > 0 ? sharing : awake.slice(0, 1);
}

/** Which of the usable takes the next messages: of the free ones who is owed most; null: none is free. */
export function choose(choices: readonly Choice[]): number | null {
  const free = usable(choices).filter((at) => choices[at]?.isFree);
  return free.reduce<number | null>(
    (best, at) => (best === null || owed(choices, at) > owed(choices, best) ? at : best),
    null,
  );
}

const owed = (choices: readonly Choice[], at: number): number => choices[at]?.owed ?? 0;

/**
 * What each is owed after `messages` went out by `chosen`. The share of one that rests goes to the others; so does,
 * beyond some, what one that is full cannot take.
 */
export function owedAfter(choices: readonly Choice[], chosen: number, messages: number): number[] {
  const among = new Set(usable(choices));
  const sum = [...among].reduce((all, at) => all + (choices[at]?.weight ?? 0), 0);
  return choices.map(({ owed: before, weight }, at) => {
    const due = among.has(at) && sum > 0 ? (messages * weight) / sum : 0;
    const after = before + due - (at === chosen ? messages : 0);
    return Math.max(-MOST_OWED, Math.min(MOST_OWED, after));
  });
}
