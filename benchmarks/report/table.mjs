const number = (value) =>
  value.toLocaleString('en', { maximumFractionDigits: Math.abs(value) < 100 ? 2 : 0 });
const verdict = ({ isMet }) => (isMet === undefined ? '' : isMet ? 'met' : 'missed');

const cells = (row) => [
  row.name,
  row.what,
  `${number(row.value)} ${row.unit}`.trim(),
  row.target ?? '',
  verdict(row),
];

export const HEAD = ['row', 'what', 'measured', 'target', ''];

/** In columns, for a terminal. */
export function table(rows) {
  const lines = [HEAD, ...rows.map(cells)];
  const widths = HEAD.map((_, at) => Math.max(...lines.map((line) => line[at].length)));
  return lines
    .map((line) =>
      line
        .map((cell, at) => cell.padEnd(widths[at]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

export const markdown = (rows) =>
  [HEAD, HEAD.map(() => '---'), ...rows.map(cells)]
    .map((line) => `| ${line.join(' | ')} |`)
    .join('\n');
