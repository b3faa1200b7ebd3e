const BAR_CELLS = 30;
const QUIET_STEPS = 4;

/**
 * What a person reads while the demo runs. On a terminal long steps are a bar that moves;
 * elsewhere a line at each quarter.
 */
export function createPrinter(stream, clock = Date.now) {
  const line = (text = '') => void stream.write(`${text}\n`);
  const startedAt = clock();
  return {
    line,
    title: (text) => line(`\n${bold(stream, text)}`),
    step: (text) => line(`  ${green(stream, '✓')} ${text}`),
    refused: (text) => line(`  ${red(stream, '✗')} ${text}`),
    note: (text) => line(`    ${text}`),
    progress: (label, total) =>
      stream.isTTY ? movingBar(stream, label, total) : quarterLines(line, label, total),
    seconds: () => (clock() - startedAt) / 1000,
  };
}

function movingBar(stream, label, total) {
  const draw = (done) => {
    const cells = Math.round((Math.min(done, total) / Math.max(total, 1)) * BAR_CELLS);
    const bar = '█'.repeat(cells) + '░'.repeat(BAR_CELLS - cells);
    stream.write(`\r    ${bar} ${label} ${done} of ${total}\u001b[K`);
  };
  draw(0);
  return { at: draw, end: () => void stream.write('\r\u001b[K') };
}

function quarterLines(line, label, total) {
  let printed = 0;
  const at = (done) => {
    const quarter = Math.floor((done / Math.max(total, 1)) * QUIET_STEPS);
    if (quarter > printed) line(`    ${label} ${done} of ${total}`);
    printed = Math.max(printed, quarter);
  };
  return { at, end: () => undefined };
}

const paint = (code) => (stream, text) => (stream.isTTY ? `\u001b[${code}m${text}\u001b[0m` : text);
const bold = paint(1);
const green = paint(32);
const red = paint(31);
