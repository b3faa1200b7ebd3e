/**
 * Moments nobody can see from outside: inside of a transaction, between two statements. The process kills
 * itself there; SIGKILL leaves it no word more than anybody else's would.
 */
const die = () => process.kill(process.pid, 'SIGKILL');

/** `sqlite`: which row written is the moment; `sql`: which statement elsewhere, the `nth` of them. */
const MOMENTS = {
  // Of 600 readers 500 are committed, the others are being written.
  'half-way through the freeze': {
    sqlite: { on: 'insert on countersign_deliveries', nth: 550 },
    sql: { is: /insert into .*countersign_deliveries/i, nth: 2 },
  },
  'before the first job': {
    sqlite: { on: 'insert on countersign_queue', nth: 1 },
    sql: { is: /insert into .*countersign_queue/i, nth: 1 },
  },
  settling: {
    sqlite: {
      on: 'update of state on countersign_deliveries',
      when: "new.state = 'accepted'",
      nth: 90,
    },
    sql: { is: /update .*countersign_deliveries/is, with: 'accepted', nth: 8 },
  },
};

export async function dieAt(moment, { connection, dialect }) {
  const { sqlite, sql } = MOMENTS[moment];
  return dialect.client === 'sqlite'
    ? dieAtRow(connection, sqlite)
    : dieAtStatement(connection, sql);
}

/** By a trigger of this connection's own, which nobody else sees. */
async function dieAtRow(connection, { on, when = '1', nth }) {
  let rows = 0;
  const database = await connection.client.acquireConnection();
  database.function('countersign_crash', () => {
    rows += 1;
    if (rows === nth) die();
    return null;
  });
  database.exec(
    `create temp trigger crash after ${on} when ${when} begin select countersign_crash(); end`,
  );
  await connection.client.releaseConnection(database);
}

/** Once it is on its way: whether it is carried out is the database's affair. */
function dieAtStatement(connection, { is, with: word, nth }) {
  let statements = 0;
  connection.on('query', ({ sql, bindings }) => {
    if (!is.test(sql) || (word && !JSON.stringify(bindings ?? []).includes(word))) return;
    statements += 1;
    if (statements === nth) setImmediate(die);
  });
}
