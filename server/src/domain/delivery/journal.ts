import { REJECT_REASONS, STAGES, TROUBLE_REASONS, type Outcome, type Reply } from './outcome';

/** The last word of a journal on one delivery: its final dot was begun, or how that ended. */
export type JournalMark = { readonly kind: 'dot' } | JournalledOutcome;

export type JournalledOutcome = Extract<
  Outcome,
  { kind: 'accepted' | 'deferred' | 'rejected' | 'trouble' | 'uncertain' }
>;

/** A journal as it was read: who wrote it, and its last word on each delivery. */
export interface Journal {
  /** The first line's identity of the process, or null if it is missing. */
  readonly writer: string | null;
  readonly marks: ReadonlyMap<string, JournalMark>;
}

const HEADER = 'countersign-journal 1 ';

export const headerLine = (writer: string): string => `${HEADER}${writer}\n`;

/** Written before the dot is. */
export const dotLine = (deliveryId: string): string => `${deliveryId} dot\n`;

/** Written when the reply was read: everything of the outcome but the reply's text. */
export function outcomeLine(deliveryId: string, outcome: JournalledOutcome): string {
  const because = 'because' in outcome ? outcome.because : '-';
  const reply = 'reply' in outcome ? outcome.reply : null;
  const words = reply ? [reply.stage, reply.code, reply.enhanced ?? '-'] : ['-', '-', '-'];
  return `${[deliveryId, outcome.kind, because, ...words].join(' ')}\n`;
}

/** Lines that are not whole are passed over: the process died while writing them, before its act. */
export function readJournal(text: string): Journal {
  const marks = new Map<string, JournalMark>();
  const whole = text.slice(0, text.lastIndexOf('\n') + 1).split('\n');
  for (const line of whole) {
    const [deliveryId, ...words] = line.split(' ');
    const mark = readMark(words);
    if (deliveryId && mark) marks.set(deliveryId, mark);
  }
  const first = whole[0] ?? '';
  return { writer: first.startsWith(HEADER) ? first.slice(HEADER.length) : null, marks };
}

/** The outcome a journal proves; undefined is a delivery it says nothing of. */
export const outcomeOfMark = (mark: JournalMark): JournalledOutcome =>
  mark.kind === 'dot' ? { kind: 'uncertain' } : mark;

function readMark(words: readonly string[]): JournalMark | null {
  const [kind, because = '', ...rest] = words;
  if (kind === 'dot') return { kind };
  if (kind === 'uncertain') return { kind };
  const reply = readReplyWords(rest);
  if (kind === 'deferred') return { kind, reply };
  if (kind === 'accepted' && reply) return { kind, reply };
  const rejected = REJECT_REASONS.find((reason) => reason === because);
  if (kind === 'rejected' && rejected && reply) return { kind, because: rejected, reply };
  const trouble = TROUBLE_REASONS.find((reason) => reason === because);
  if (kind === 'trouble' && trouble) return { kind, because: trouble, reply };
  return null;
}

function readReplyWords([stage, code, enhanced = '-']: readonly string[]): Reply | null {
  const known = STAGES.find((name) => name === stage);
  if (!known || !/^[2-5]\d\d$/.test(code ?? '')) return null;
  return {
    stage: known,
    code: Number(code),
    enhanced: enhanced === '-' ? null : enhanced,
    text: '',
  };
}
