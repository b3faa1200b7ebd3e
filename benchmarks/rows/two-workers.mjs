import { line, median, ratio } from './lines.mjs';
import { roundsAgainstSource, withReaders } from './rounds.mjs';

/** Strapi serves, two processes send: the database, Redis and the relay share the cores with them. */
export const twoWorkers = () =>
  withReaders(
    {},
    async (stage) => {
      const rounds = await roundsAgainstSource(stage);
      const of = (name) => median(rounds.map((round) => round[name]));
      return [
        line('smtp-source -d', of('source'), '/s'),
        line('Countersign on PostgreSQL and Redis, freeze to settled', of('ours'), '/s'),
        ratio('of smtp-source', median(rounds.map(({ ours, source }) => ours / source)), {
          ...{ of: 1, target: 0.3 },
        }),
      ];
    },
    { house: { kind: 'postgres', workers: 2 } },
  );
