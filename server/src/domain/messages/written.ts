import type { Block } from './blocks/document';
import { parseBlocks } from './blocks/parse';
import { cleanLine } from './characters';
import { footerOf } from './footer';
import type { Footer } from './footer';
import { parseMerge } from './merge/parse';
import type { Piece } from './message';
import { checkBody, checkFooter, checkLinks, checkPictures, checkSubject } from './preflight';
import { problem } from './problems';
import type { MessageProblem, Where } from './problems';
import type { MessageSource } from './source';

/** What people wrote, parsed. */
export interface Written {
  readonly subject: readonly Piece[];
  readonly preheader: readonly Piece[];
  readonly blocks: readonly Block[];
  readonly footer: Footer;
}

export interface ReadWritten {
  readonly value: Written;
  readonly problems: readonly MessageProblem[];
}

/** Reads all of a message that readers see, and tells everything that is wrong with it. */
export function readWritten(source: MessageSource): ReadWritten {
  const subject = readLine(source.subject, 'subject');
  const preheader = readLine(source.preheader, 'preheader');
  const { blocks, problems } = parseBlocks(source.blocks);
  const footer = footerOf(source.identity, source.locale);
  return {
    value: { subject: subject.pieces, preheader: preheader.pieces, blocks, footer },
    problems: [
      ...subject.problems,
      ...checkSubject(subject.pieces),
      ...preheader.problems,
      ...problems,
      ...checkBody(blocks),
      ...checkLinks(blocks),
      ...checkPictures(blocks, source.frozenUrlOf),
      ...checkFooter(footer),
    ],
  };
}

interface ReadLine {
  readonly pieces: readonly Piece[];
  readonly problems: readonly MessageProblem[];
}

function readLine(line: string, where: Where): ReadLine {
  const { pieces, faults } = parseMerge(cleanLine(line));
  return { pieces, problems: faults.map(({ code, text }) => problem(code, where, text)) };
}
