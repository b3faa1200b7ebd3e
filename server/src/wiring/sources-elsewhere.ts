import type { FixedSource } from '../adapters/sources/source-set';
import { createSqlSource } from '../adapters/sources/sql';
import { hasDriver } from '../adapters/sources/sql/desk';
import { DRIVERS } from '../adapters/sources/sql/dialects';
import type { Config } from '../config/config';
import type { SourceTrouble } from '../domain/subscribers/source-trouble';
import { SQL_SOURCE } from '../names';
import type { Clock } from '../ports';

/** Sources in other databases: no hook tells of them, and their connections have to be closed. */
export function openElsewhere({ sqlSources }: Config, clock: Clock) {
  const sources = sqlSources.map((source) => createSqlSource(source, clock));
  const rhythms = new Map(sqlSources.map(({ id, everyMinutes }) => [id, everyMinutes]));
  return {
    sources: sources.map((source): FixedSource => {
      const everyMinutes = rhythms.get(source.id);
      return { source, contentType: SQL_SOURCE, ...(everyMinutes ? { everyMinutes } : {}) };
    }),
    /** As the last question of this process went. */
    troubleOf: (sourceId: string): SourceTrouble | null =>
      sources.find(({ id }) => id === sourceId)?.trouble() ?? null,
    close: async (): Promise<void> => {
      await Promise.all(sources.map((source) => source.close()));
    },
  };
}

/** @throws in words, all at once: without its driver a source would never fill its list */
export async function checkDrivers({ sqlSources }: Config): Promise<void> {
  const complaints: string[] = [];
  for (const source of sqlSources) {
    const name = DRIVERS[source.connection.client];
    if (await hasDriver(source)) continue;
    complaints.push(`source ${source.id} needs the package ${name}: npm install ${name}`);
  }
  if (complaints.length === 0) return;
  throw new Error(`Error regarding countersign config: ${complaints.join('\n')}`);
}
