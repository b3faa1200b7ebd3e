// Takes the guides' pictures out of what `npm run screens` has photographed.
import { copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from '../compile/root.mjs';

const PAGES = ['edit-campaign', 'overview', 'desk', 'set-up', 'list', 'campaign'];
const FROM = path.join(ROOT, '.tmp/screens');
const TO = path.join(ROOT, 'docs/guide/pictures');

await mkdir(TO, { recursive: true });
for (const language of ['en', 'ja']) {
  for (const page of PAGES) {
    const taken = path.join(FROM, language, 'light/1280', `full-${page}.png`);
    await copyFile(taken, path.join(TO, `${language}-${page}.png`));
  }
}
