/** Less than the server takes at once, whatever the letters. */
const MOST = 200_000;

/** A text in pieces that end at the ends of lines, except where one line is longer than a piece. */
export function piecesOf(text: string, most = MOST): string[] {
  const pieces: string[] = [];
  for (let rest = text; rest.trim() !== ''; ) {
    const end = rest.length <= most ? rest.length : lineEndBefore(rest, most);
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return pieces;
}

function lineEndBefore(text: string, most: number): number {
  const at = Math.max(text.lastIndexOf('\n', most - 1), text.lastIndexOf('\r', most - 1));
  return at === -1 ? most : at + 1;
}
