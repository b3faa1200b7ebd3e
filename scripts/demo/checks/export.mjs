import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';

import { findNeedles } from './needles.mjs';
import { filesOfTar } from './tar.mjs';

const run = promisify(execFile);
const USER = 'plugin::users-permissions.user';

/** What `strapi export` would carry out of the house: no address but the site's own user entities. */
export async function exportChecks({ playground, folder, needles }) {
  const file = path.join(folder, 'export');
  const args = [strapiOf(playground.app), 'export', '--no-encrypt', '--no-compress', '-f', file];
  await run(process.execPath, args, { cwd: playground.app, env: playground.env });
  const files = [...filesOfTar(await readFile(`${file}.tar`))];
  const found = files.flatMap((entry) =>
    findNeedles(needles, withoutUsers(entry)).map((needle) => `${entry.name}: ${needle}`),
  );
  const users = files.filter((entry) => entry.bytes.toString('utf8') !== withoutUsers(entry));
  return [
    [
      `strapi export, ${files.length} files: no name and no address outside the users’ own entities`,
      found,
    ],
    ['the export does hold the users', users.length > 0 ? [] : ['none found']],
  ];
}

/** The command of the Strapi this app runs. */
function strapiOf(app) {
  const require = createRequire(path.join(app, 'package.json'));
  return path.join(path.dirname(require.resolve('@strapi/strapi/package.json')), 'bin/strapi.js');
}

function withoutUsers({ name, bytes }) {
  const text = bytes.toString('utf8');
  if (!/^entities\//.test(name)) return text;
  return text
    .split('\n')
    .filter((line) => !isUser(line))
    .join('\n');
}

const isUser = (line) => line.trim() !== '' && JSON.parse(line).type === USER;
