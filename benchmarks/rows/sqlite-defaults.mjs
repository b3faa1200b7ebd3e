import { line, median, ratio } from './lines.mjs';
import { roundsAgainstSource, withReaders } from './rounds.mjs';

/** The same on SQLite as Strapi opens it: each commit waits for the disk. */
export const sqliteDefaults = () =>
  withReaders({ SQLITE_DEFAULTS: 'true' }, async (stage) => {
    const rounds = await roundsAgainstSource(stage);
    const of = (name) => median(rounds.map((round) => round[name]));
    return [
      line('smtp-source -d', of('source'), '/s'),
      line('Countersign, freeze to settled', of('ours'), '/s'),
      ratio('of smtp-source', median(rounds.map(({ ours, source }) => ours / source)), {
        ...{ of: 1, target: 0.25 },
      }),
    ];
  });
