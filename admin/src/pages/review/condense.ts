import type { EditionChanges } from '../../../../server/src/contracts/editions';

export type WordChange = EditionChanges['locales'][number]['words'][number];

/** Shortens what stayed the same to `keep` characters around each change. */
export function condense(words: readonly WordChange[], keep: number): readonly WordChange[] {
  const joined = words.reduce<WordChange[]>(join, []);
  return joined.map((word, at) => {
    if (word.kind !== 'same') return word;
    return { ...word, text: shortened(word.text, keep, at === 0, at === joined.length - 1) };
  });
}

export const hasChanges = (words: readonly WordChange[]): boolean =>
  words.some(({ kind }) => kind !== 'same');

function join(words: WordChange[], next: WordChange): WordChange[] {
  const last = words.at(-1);
  if (last?.kind !== next.kind) return [...words, next];
  return [...words.slice(0, -1), { kind: next.kind, text: last.text + next.text }];
}

/** By characters as people count them: cutting one in two would show a stranger. */
function shortened(text: string, keep: number, isFirst: boolean, isLast: boolean): string {
  const characters = [...text];
  const head = isFirst ? 0 : keep;
  const tail = isLast ? 0 : keep;
  if (characters.length <= head + tail) return text;
  const start = characters.slice(0, head).join('');
  const end = tail === 0 ? '' : characters.slice(-tail).join('');
  return `${start} … ${end}`;
}
