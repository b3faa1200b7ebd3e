/** Users of the site by the million, written behind everybody's back in the database's own words. */

const AT_ONCE = 100_000;

const COLUMNS =
  'document_id, username, email, provider, confirmed, blocked, display_name, language, newsletter_consent, created_at, updated_at';

/** As a site has them that has been there for a while: each confirmed, each with a yes. */
export async function addUsers({ connection, dialect }, { count }) {
  for (let from = 0; from < count; from += AT_ONCE) {
    const until = Math.min(count, from + AT_ONCE);
    await connection.raw(`insert into up_users (${COLUMNS}) ${CROWD[dialect.client](from, until)}`);
  }
  // As a site's table is, which has grown over years; autovacuum comes by once a minute.
  if (dialect.client === 'postgres') await connection.raw('analyze up_users');
}

const userOf = ({ documentId, now }) =>
  `select ${documentId}, 'user' || n, 'reader' || n || '@example.com', 'local', true, false,
     'Reader Number ' || n, 'en', true, ${now}, ${now} from crowd`;

const CROWD = {
  sqlite: (from, until) =>
    `with recursive crowd(n) as (select ${from + 1} union all select n + 1 from crowd where n < ${until})
     ${userOf({ documentId: `printf('u%023d', n)`, now: Date.now() })}`,
  postgres: (from, until) =>
    `with crowd as (select n from generate_series(${from + 1}, ${until}) n)
     ${userOf({ documentId: `'u' || lpad(n::text, 23, '0')`, now: 'now()' })}`,
};

/** Behind everybody's back as well: these have another name. */
export const renameUsers = ({ connection }, { count }) =>
  connection('up_users')
    .whereIn(
      'username',
      Array.from({ length: count }, (_, n) => `user${n * 97 + 1}`),
    )
    .update({ display_name: 'Somebody Else' });
