import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

import { ROOT } from '../../compile/root.mjs';
import { PLAYGROUND } from '../strapi/playground.mjs';
import { findNeedles } from './needles.mjs';
import { filesOfTar } from './tar.mjs';

const run = promisify(execFile);
const STRAPI = path.join(ROOT, 'node_modules/@strapi/strapi/bin/strapi.js');
const USER = 'plugin::users-permissions.user';

/** What `strapi export` would carry out of the house: no address but the site's own user entities. */
export async function exportChecks({ playground, folder, needles }) {
  const file = path.join(folder, 'export');
  const args = [STRAPI, 'export', '--no-encrypt', '--no-compress', '-f', file];
  await run(process.execPath, args, { cwd: PLAYGROUND, env: playground.env });
  const files = [...filesOfTar(await readFile(`${file}.tar`))];
  const found = files.flatMap((entry) =>
    findNeedles(needles, withoutUsers(entry)).map((needle) => `${entry.name}: ${needle}`),
  );
  const users = files.filter((entry) => entry.bytes.toString('utf8') !== withoutUsers(entry));
  return [
    [`strapi export, ${files.length} files: no address outside the users’ own entities`, found],
    ['the export does hold the users', users.length > 0 ? [] : ['none found']],
  ];
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
