/** A message in wire form, in parts that stand one behind the other. ASCII. */
export interface WireText {
  readonly parts: readonly (string | Buffer)[];
  readonly bytes: number;
}

export const wireText = (parts: WireText['parts']): WireText => ({
  parts,
  bytes: parts.reduce((sum, { length }) => sum + length, 0),
});

/** Returns behind which byte it ends. */
export function writeText({ parts }: WireText, into: Buffer): number {
  let at = 0;
  for (const part of parts) {
    if (typeof part === 'string') at += into.write(part, at, 'latin1');
    else {
      into.set(part, at);
      at += part.length;
    }
  }
  return at;
}
