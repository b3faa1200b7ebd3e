import {
  REJECT_REASONS,
  STAGES,
  TROUBLE_REASONS,
  type Outcome,
  type Reply,
  type WrittenDot,
} from './outcome';

/** The last word of a journal on one delivery: its final dot was begun, or how that ended. */
export type JournalMark = { readonly kind: 'dot'; readonly dot?: WrittenDot } | JournalledOutcome;

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
export const dotLine = (deliveryId: string, { at, transport }: WrittenDot): string =>
  `${deliveryId} dot ${at} ${transport}\n`;

/** Written when the reply was read: everything of the outcome but the reply's text. */
export function outcomeLine(deliveryId: string, outcome: JournalledOutcome): string {
  if (outcome.kind === 'uncertain') return uncertainLine(deliveryId, outcome.dot);
  const because = 'because' in outcome ? outcome.because : '-';
  const reply = 'reply' in outcome ? outcome.reply : null;
  const words = reply ? [reply.stage, reply.code, reply.enhanced ?? '-'] : ['-', '-', '-'];
  return `${[deliveryId, outcome.kind, because, ...words].join(' ')}\n`;
}

const uncertainLine = (deliveryId: string, dot?: WrittenDot): string =>
  `${[deliveryId, 'uncertain', ...(dot ? [dot.at, dot.transport] : [])].join(' ')}\n`;

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
  mark.kind === 'dot' ? { ...mark, kind: 'uncertain' } : mark;

function readMark(words: readonly string[]): JournalMark | null {
  const [kind, because = '', ...rest] = words;
  if (kind === 'dot' || kind === 'uncertain') return { kind, ...readDot([because, ...rest]) };
  const reply = readReplyWords(rest);
  if (kind === 'deferred') return { kind, reply };
  if (kind === 'accepted' && reply) return { kind, reply };
  const rejected = REJECT_REASONS.find((reason) => reason === because);
  if (kind === 'rejected' && rejected && reply) return { kind, because: rejected, reply };
  const trouble = TROUBLE_REASONS.find((reason) => reason === because);
  if (kind === 'trouble' && trouble) return { kind, because: trouble, reply };
  return null;
}

function readDot([at, transport]: readonly string[]): { dot?: WrittenDot } {
  if (!/^\d{1,15}$/.test(at ?? '') || !transport) return {};
  return { dot: { at: Number(at), transport } };
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
