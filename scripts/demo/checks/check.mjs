import { expectedReaders } from '../cast/readers.mjs';
import { contentChecks } from './contents.mjs';
import { databaseChecks } from './database.mjs';
import { exportChecks } from './export.mjs';
import { leftBehindChecks } from './left-behind.mjs';
import { needlesOf } from './needles.mjs';
import { pictureChecks } from './pictures.mjs';
import { readInbox } from './received.mjs';
import { recipientChecks } from './recipients.mjs';
import { storyChecks } from './story-checks.mjs';

const EXAMPLES = 3;

/**
 * Against what the catcher really received, then, with Strapi stopped, against what is left on disk.
 * Each check is its words and a list of what contradicts them.
 */
export async function check({ story, world }, printer) {
  printer.title('Checking');
  const { crowd, campaigns, leaving } = story;
  const expected = expectedReaders(crowd);
  const inbox = await readInbox(
    world.catcher,
    campaigns.map(({ texts }) => texts),
  );
  const seen = { ...story, inbox, expected, leaver: leaving.address };
  const say = (checks) => checks.map((done) => tell(done, printer));

  const pictures = await pictureChecks(seen);
  await world.playground.stop();
  const place = { ...world, needles: needlesOf(crowd) };
  const onDisk = await Promise.all([
    databaseChecks(place),
    leftBehindChecks(place),
    exportChecks(place),
  ]);
  const results = [
    ...say(storyChecks(seen)),
    ...say(recipientChecks(seen)),
    ...say(contentChecks(seen)),
    ...say(pictures),
    ...onDisk.flatMap(say),
  ];
  return verdictOf(results, { story, world, inbox });
}

function tell([words, contradictions], printer) {
  const isFine = contradictions.length === 0;
  if (isFine) printer.step(words);
  else printer.refused(`${words}: ${contradictions.length} times not`);
  for (const example of contradictions.slice(0, EXAMPLES)) printer.note(example);
  return { words, isFine, count: contradictions.length };
}

const verdictOf = (results, { story, world, inbox }) => ({
  ok: results.every(({ isFine }) => isFine),
  database: world.database.kind,
  users: story.crowd.length,
  readers: story.sync.readers,
  received: inbox.length,
  campaigns: story.campaigns.map(({ texts, accepted, seconds, pace }) => ({
    ...{ name: texts.name, accepted, seconds, perSecond: pace },
  })),
  checks: results.length,
  failed: results.filter(({ isFine }) => !isFine).map(({ words, count }) => ({ words, count })),
});
