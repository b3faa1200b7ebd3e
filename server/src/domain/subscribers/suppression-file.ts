import { normaliseAddress, type Address } from './address';

export interface ReadLines {
  /** Each once. */
  readonly addresses: readonly Address[];
  /** Lines that hold something, and no address in it. */
  readonly unreadable: number;
}

const HEADING = /mail|address|メール|アドレス/i;

/**
 * What an old tool says of whom it must not write to: an address a line, or CSV with commas, semicolons or
 * tabs, of which the first cell that is an address counts. A line of headings is passed over, wherever it
 * stands, since a long file comes in pieces.
 */
export function readLines(text: string): ReadLines {
  const found = new Map<string, Address>();
  let unreadable = 0;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const address = addressIn(line);
    if (address) found.set(address.normalised, address);
    else if (!isNothing(line)) unreadable += 1;
  }
  return { addresses: [...found.values()], unreadable };
}

function addressIn(line: string): Address | null {
  for (const cell of line.split(/[,;\t]/)) {
    const address = normaliseAddress(bare(cell));
    if (address.ok) return address.value;
  }
  return null;
}

/** Without quotes, the brackets of a mailbox (`Ann <ann@example.com>`) and the mark some programs begin a file with. */
function bare(cell: string): string {
  const unquoted = cell
    .replace(/^\uFEFF/, '')
    .trim()
    .replace(/^["']+|["']+$/g, '');
  return /<([^<>]*)>$/.exec(unquoted)?.[1] ?? unquoted;
}

const isNothing = (line: string): boolean =>
  line.replace(/[\uFEFF\s,;"']/g, '') === '' || (!line.includes('@') && HEADING.test(line));
