import { blocksToHtml } from './blocks/html';
import { blocksToText } from './blocks/text';
import { footerText } from './footer';
import type { MessageLayout } from './layout';
import type { LocaleMessage, Piece } from './message';
import { compileMime } from './mime/compile';
import { fillPieces } from './pieces';
import { createPlaceholders } from './placeholders';
import type { Placeholders } from './placeholders';
import { checkHtmlSize } from './preflight';
import { stops } from './problems';
import type { MessageProblem } from './problems';
import { readSenders } from './senders';
import type { Senders } from './senders';
import type { MessageSource } from './source';
import { readWritten } from './written';
import type { Written } from './written';

/** Every problem found is told either way; beside a value they are warnings only. */
export type Composed<T> =
  | { readonly ok: true; readonly value: T; readonly problems: readonly MessageProblem[] }
  | { readonly ok: false; readonly problems: readonly MessageProblem[] };

export interface PreparedMessage {
  /** What `Renderer.renderLayout` takes. */
  readonly layout: MessageLayout;
  readonly written: Written;
  readonly senders: Senders;
  readonly text: readonly Piece[];
  readonly placeholders: Placeholders;
  readonly warnings: readonly MessageProblem[];
}

/**
 * The first half of making one locale's message; the renderer and {@link finishMessage} follow:
 *
 *     const prepared = prepareMessage(source);
 *     if (!prepared.ok) return prepared.problems;
 *     const html = await renderer.renderLayout(prepared.value.layout);
 *     return finishMessage(prepared.value, html); // .problems holds those of both halves
 *
 * Pictures are frozen before: `listImages(blocks)` tells which, `source.frozenUrlOf` where they are then.
 */
export function prepareMessage(source: MessageSource): Composed<PreparedMessage> {
  const written = readWritten(source);
  const senders = readSenders(source);
  const problems = [...written.problems, ...senders.problems];
  if (!senders.ok || stops(problems)) return { ok: false, problems };

  const placeholders = createPlaceholders(JSON.stringify(written.value));
  const layout = layOut(source, written.value, placeholders);
  const tooBig = checkHtmlSize(layout.bodyHtml).filter(({ level }) => level === 'error');
  if (tooBig.length > 0) return { ok: false, problems: [...problems, ...tooBig] };

  const text = placeholders.reveal(plainText(written.value, layout, placeholders));
  const value = {
    layout,
    written: written.value,
    senders: senders.value,
    text,
    placeholders,
    warnings: problems,
  };
  return { ok: true, value, problems };
}

/**
 * The second half: splits what the renderer made at its slots and compiles the bytes.
 * Throws if the renderer lost a slot; a reader would get a message without their name or a way out.
 */
export function finishMessage(
  prepared: PreparedMessage,
  layoutHtml: string,
): Composed<LocaleMessage> {
  const { written, senders, text, warnings } = prepared;
  const html = prepared.placeholders.reveal(layoutHtml);
  assertNothingLost(prepared, html);
  const problems = [...warnings, ...checkHtmlSize(fillPieces(html, {}, 'html'))];
  if (stops(problems)) return { ok: false, problems };
  const { subject, preheader } = written;
  const mime = compileMime({ ...senders, subject, html, text });
  return { ok: true, value: { subject, preheader, html, text, mime }, problems };
}

function layOut(
  source: MessageSource,
  written: Written,
  { hide, hideAll }: Placeholders,
): MessageLayout {
  return {
    locale: source.locale,
    subject: hideAll(written.subject),
    preheader: hideAll(written.preheader),
    bodyHtml: blocksToHtml(written.blocks, { hide, frozenUrlOf: source.frozenUrlOf }),
    footer: written.footer,
    unsubscribeUrl: hide({ slot: 'unsubscribe-url' }),
    preferencesUrl: hide({ slot: 'preferences-url' }),
  };
}

const plainText = (written: Written, layout: MessageLayout, { hide }: Placeholders): string =>
  `${blocksToText(written.blocks, hide)}\n\n${footerText(layout.footer, layout)}\n`;

function assertNothingLost(
  { layout, placeholders }: PreparedMessage,
  html: readonly Piece[],
): void {
  const ways = [{ slot: 'unsubscribe-url' }, { slot: 'preferences-url' }] as const;
  const wanted = slotsIn([...placeholders.reveal(layout.bodyHtml), ...ways]);
  const found = new Set(slotsIn(html));
  const lost = wanted.filter((slot) => !found.has(slot));
  if (lost.length > 0) throw new Error(`the renderer lost the slots ${lost.join(', ')}`);
}

const slotsIn = (pieces: readonly Piece[]): string[] =>
  pieces.filter((piece) => typeof piece !== 'string').map((piece) => JSON.stringify(piece));
