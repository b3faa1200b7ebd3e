export interface WordChange {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/**
 * What changed from one text to the other, word by word, as runs in reading order. Works for scripts
 * without spaces: words are what Unicode's segmentation calls words (UAX #29).
 */
export function diffWords(before: string, after: string, locale: string): WordChange[] {
  const a = wordsOf(before, locale);
  const b = wordsOf(after, locale);
  const head = sharedHead(a, b);
  const tail = sharedTail(a.slice(head), b.slice(head));
  return joined([
    ...a.slice(0, head).map(same),
    ...middle(a.slice(head, a.length - tail), b.slice(head, b.length - tail)),
    ...a.slice(a.length - tail).map(same),
  ]);
}

const same = (text: string): WordChange => ({ kind: 'same', text });
const added = (text: string): WordChange => ({ kind: 'added', text });
const removed = (text: string): WordChange => ({ kind: 'removed', text });

const wordsOf = (text: string, locale: string): string[] =>
  Array.from(new Intl.Segmenter(locale, { granularity: 'word' }).segment(text), (it) => it.segment);

function sharedHead(a: readonly string[], b: readonly string[]): number {
  const end = Math.min(a.length, b.length);
  let at = 0;
  while (at < end && a[at] === b[at]) at += 1;
  return at;
}

const sharedTail = (a: readonly string[], b: readonly string[]): number =>
  sharedHead([...a].reverse(), [...b].reverse());

/** The table below has this many cells at most: some 16 MB; beyond it a text counts as rewritten. */
const MOST_CELLS = 4_000_000;

function middle(a: readonly string[], b: readonly string[]): WordChange[] {
  if (a.length * b.length > MOST_CELLS) return [...a.map(removed), ...b.map(added)];
  return walk(a, b, longestShared(a, b));
}

/** `length[i][j]`: words shared, in order, by what follows `a[i]` and `b[j]`. */
function longestShared(a: readonly string[], b: readonly string[]): Uint32Array[] {
  const length = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  const cell = (i: number, j: number): number => length[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    const row = length[i] as Uint32Array;
    for (let j = b.length - 1; j >= 0; j -= 1) {
      row[j] = a[i] === b[j] ? cell(i + 1, j + 1) + 1 : Math.max(cell(i + 1, j), cell(i, j + 1));
    }
  }
  return length;
}

function walk(a: readonly string[], b: readonly string[], length: Uint32Array[]): WordChange[] {
  const changes: WordChange[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const [old = '', next = ''] = [a[i], b[j]];
    const dropOld = (length[i + 1]?.[j] ?? 0) >= (length[i]?.[j + 1] ?? 0);
    changes.push(old === next ? same(old) : dropOld ? removed(old) : added(next));
    if (old === next || dropOld) i += 1;
    if (old === next || !dropOld) j += 1;
  }
  return [...changes, ...a.slice(i).map(removed), ...b.slice(j).map(added)];
}

function joined(changes: readonly WordChange[]): WordChange[] {
  const runs: { kind: WordChange['kind']; text: string }[] = [];
  for (const { kind, text } of changes) {
    const last = runs.at(-1);
    if (last?.kind === kind) last.text += text;
    else runs.push({ kind, text });
  }
  return runs;
}
