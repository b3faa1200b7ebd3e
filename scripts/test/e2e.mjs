// `npm run test:e2e`: people at work in a real browser, on a real Strapi with a real mail server. Arguments are
// handed on to Jest.
import { openOffice } from '../e2e/office.mjs';
import { finish, runJest } from './jest.mjs';

const READERS = 300;

const office = await openOffice();
try {
  await office.fill(READERS);
  const args = ['--selectProjects', 'e2e', '--runInBand', ...process.argv.slice(2)];
  finish([await runJest({ name: 'e2e', args, env: office.env })]);
} finally {
  await office.close();
}
