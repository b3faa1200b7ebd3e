// `npm run screens`: a picture of every page in every state, theme, language and width, into .tmp/screens.
// First of the empty site, then of the site at work.
import path from 'node:path';
import { ROOT } from '../compile/root.mjs';
import { openOffice } from '../e2e/office.mjs';
import { finish, runJest } from './jest.mjs';

const READERS = 300;

const office = await openOffice();
const shoot = (site) =>
  runJest({
    name: `screens-${site}`,
    args: [
      '--selectProjects',
      'screens',
      '--runInBand',
      `tests/e2e/${site}`,
      ...process.argv.slice(2),
    ],
    env: office.env,
  });

try {
  const runs = [await shoot('empty')];
  await office.fill(READERS);
  finish([...runs, await shoot('at-work')]);
  console.log(`The pictures are in ${path.join(ROOT, '.tmp/screens')}`);
} finally {
  await office.close();
}
