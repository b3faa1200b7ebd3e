/** A figure without a promise. */
export const line = (what, value, unit) => ({ what, value, unit });

/** How many times as fast as `of`; the promise is at least `target`. */
export const ratio = (what, value, { of, target }) => ({
  ...{ what, value: value / of, unit: '×', target: `≥ ${target}`, isMet: value / of >= target },
});

export const atMost = (what, value, { unit, target }) => ({
  ...{ what, value, unit, target: `≤ ${target}`, isMet: value <= target },
});

export const atLeast = (what, value, { unit, target }) => ({
  ...{ what, value, unit, target: `≥ ${target}`, isMet: value >= target },
});

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

export function percentile(values, part) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)];
}
