const SECOND_MS = 1000;

/** The most that were taken in any 1000 ms, wherever they begin. @param at ms, ascending */
export function mostInASecond(at) {
  let most = 0;
  let first = 0;
  for (let last = 0; last < at.length; last += 1) {
    while (at[last] - at[first] >= SECOND_MS) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return most;
}

/** How many in each second since the first; the last, which is not whole, left out. */
export function perSecond(at) {
  const seconds = Array.from({ length: Math.floor((at.at(-1) - at[0]) / SECOND_MS) }, () => 0);
  for (const time of at) {
    const second = Math.floor((time - at[0]) / SECOND_MS);
    if (second < seconds.length) seconds[second] += 1;
  }
  return seconds;
}

/** From the first to the last, each a second. */
export const meanRate = (at) => ((at.length - 1) * SECOND_MS) / (at.at(-1) - at[0]);
