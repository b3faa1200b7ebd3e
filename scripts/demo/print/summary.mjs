import { logins } from '../story/set-up.mjs';
import { tableLines } from './table.mjs';

/** What happened, as a table, and where to look around. */
export function printSummary({ story, world }, printer) {
  printer.title('What happened');
  const rows = story.campaigns.map(campaignRow);
  const head = ['campaign', 'readers', 'accepted', 'skipped', 'seconds', 'a second'];
  print(tableLines(head, rows), printer);
  printer.title('Look around');
  print(tableLines(['what', 'where'], places(world)), printer);
  printer.line();
  print(tableLines(['who', 'e-mail', 'password'], logins(story.staff)), printer);
}

const campaignRow = ({ texts, readers, accepted, seconds, pace, report }) => [
  ...[texts.name, readers, accepted, report.counts.skipped ?? 0],
  ...[Number(seconds.toFixed(1)), pace],
];

const places = ({ playground, catcher }) => [
  ['Strapi’s admin', `${playground.publicUrl}/admin`],
  ['the inbox', catcher.webUrl],
  ['the REST API’s description', `${playground.publicUrl}/api/countersign/openapi.json`],
];

const print = (lines, printer) => lines.forEach((line) => printer.line(`  ${line}`));
