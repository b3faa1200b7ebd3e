import { USER_UID } from '../../server/src/names';
import { eventually } from '../support/newsroom';
import { hireSuperAdmin } from '../support/staff';
import { makeDatabase } from '../support/strapi-database';
import { bootStrapi } from '../support/strapi';

const langs = (id: string, field: string) => ({
  ...{ id, contentType: USER_UID, list: 'japanese' },
  fields: { email: 'email', consent: { field, is: ['ja'] } },
});

const more = (source: object) => ({ COUNTERSIGN_MORE_SOURCES: JSON.stringify([source]) });

it('pauses a source that once came through and does not fit any more, and says so on the list', async () => {
  const database = await makeDatabase();
  const secrets = { COUNTERSIGN_SECRET: 's'.repeat(40), ADMIN_JWT_SECRET: 'a'.repeat(40) };

  const before = await bootStrapi({
    database,
    env: { ...secrets, ...more(langs('japanese', 'language')) },
  });
  const chief = await hireSuperAdmin(before, 'Chief');
  const sourceAt = async (by: typeof chief) =>
    (await by.get('/countersign/lists/japanese').expect(200)).body.sources[0];
  const once = await eventually('a first sync', async () => {
    const source = await sourceAt(chief);
    return source.lastRun?.state === 'done' ? source : undefined;
  });
  expect(once.pausedBy).toBeNull();
  await before.close();

  const after = await bootStrapi({
    database,
    env: { ...secrets, ...more(langs('japanese', 'tongue')) },
  });
  const other = await hireSuperAdmin(after, 'Other');
  expect(await sourceAt(other)).toMatchObject({ pausedBy: 'tongue', lastRun: { state: 'done' } });
  await after.close();
  await database.remove();
});
