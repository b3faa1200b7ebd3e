/** Rows of cells as lines; columns as wide as their widest cell, numbers to the right. */
export function tableLines(head, rows) {
  const all = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, column) => Math.max(...all.map((row) => widthOf(row[column]))));
  const isNumber = head.map((_, column) => rows.every((row) => typeof row[column] === 'number'));
  const draw = (row) =>
    row
      .map((cell, column) => pad(cell, widths[column], isNumber[column]))
      .join('   ')
      .trimEnd();
  return [
    draw(all[0]),
    widths.map((width) => '─'.repeat(width)).join('   '),
    ...all.slice(1).map(draw),
  ];
}

function pad(cell, width, toTheRight) {
  const space = ' '.repeat(width - widthOf(cell));
  return toTheRight ? space + cell : cell + space;
}

// Japanese letters take two cells of a terminal.
const widthOf = (text) =>
  [...text].reduce((sum, letter) => sum + (/[\u3000-\u9fff\uff00-\uff60]/.test(letter) ? 2 : 1), 0);
