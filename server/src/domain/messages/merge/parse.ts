import { READER_SLOT_NAMES } from '../message';
import type { Piece, ReaderSlotName, Slot } from '../message';
import { joinStrings } from '../pieces';
import type { ProblemCode } from '../problems';

export interface MergeFault {
  readonly code: Extract<ProblemCode, `merge-${string}`>;
  readonly text: string;
}

export interface Merged {
  readonly pieces: readonly Piece[];
  readonly faults: readonly MergeFault[];
}

/**
 * Splits text at its merge tags, `{{ subscriber.name | default: "reader" }}`. What is not such a tag
 * stays as it was written and is a fault. Without `default` the fallback is empty.
 *
 * Quotes may be of any kind an editor's or a phone's keyboard makes, and braces, bar and colon of the
 * full-width kind: what looks like a tag to an author must never reach a reader as text.
 */
export function parseMerge(text: string): Merged {
  const pieces: Piece[] = [];
  const faults: MergeFault[] = [];
  for (const part of splitAtTags(text)) {
    const slot =
      part.kind === 'tag' ? readTag(part.inner) : part.kind === 'open' ? 'merge-unclosed' : null;
    if (slot === null) pieces.push(part.text);
    else if (typeof slot === 'object') pieces.push(slot);
    else {
      pieces.push(part.text);
      faults.push({ code: slot, text: part.text });
    }
  }
  return { pieces: joinStrings(pieces), faults };
}

/** Whether text holds what an author would take for a merge tag. */
export const mentionsTag = (text: string): boolean => /\{\{|｛｛/.test(text);

type Part =
  | { readonly kind: 'text' | 'open'; readonly text: string }
  | { readonly kind: 'tag'; readonly text: string; readonly inner: string };

/** Linear in the length of the text, whatever braces it holds. */
function* splitAtTags(text: string): Generator<Part> {
  const braces = text.replace(/｛/g, '{').replace(/｝/g, '}');
  let from = 0;
  for (;;) {
    const open = braces.indexOf('{{', from);
    if (open < 0) break;
    if (open > from) yield { kind: 'text', text: text.slice(from, open) };
    const close = braces.indexOf('}}', open + 2);
    if (close < 0) return yield { kind: 'open', text: text.slice(open) };
    const again = braces.lastIndexOf('{{', close - 2);
    if (again > open + 1) yield { kind: 'open', text: text.slice(open, again) };
    const start = again > open + 1 ? again : open;
    yield { kind: 'tag', text: text.slice(start, close + 2), inner: text.slice(start + 2, close) };
    from = close + 2;
  }
  if (from < text.length) yield { kind: 'text', text: text.slice(from) };
}

const QUOTE = `["'“”„‟«»‹›‘’‚‛「」『』＂＇]`;
const LONGEST_TAG = 500;
const TAG = new RegExp(
  `^\\s*([^\\s|｜]+)\\s*(?:[|｜]\\s*default\\s*[:：]\\s*${QUOTE}(.*)${QUOTE}\\s*)?$`,
  's',
);
const NAME_ONLY = /^\s*([^\s|｜]+)/;

function readTag(inner: string): Slot | 'merge-unknown' | 'merge-syntax' {
  if (inner.length > LONGEST_TAG) return 'merge-syntax';
  const name = NAME_ONLY.exec(inner)?.[1];
  if (!isReaderSlot(name)) return 'merge-unknown';
  const tag = TAG.exec(inner);
  return tag ? { slot: name, fallback: (tag[2] ?? '').trim() } : 'merge-syntax';
}

const isReaderSlot = (name: string | undefined): name is ReaderSlotName =>
  READER_SLOT_NAMES.some((known) => known === name);
