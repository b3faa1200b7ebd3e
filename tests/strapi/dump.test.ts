import { USER_UID } from '../../server/src/names';
import { openNewsroom, readersOf, sendNew, signUp } from '../support/newsroom';
import { startSink } from '../support/smtp-sink';
import { bootStrapi } from '../support/strapi';
import { dumpOf, textOf } from '../support/tables';

it("holds no reader's address or name outside of the host's own user table", async () => {
  const secrets = ['odd.one', 'Quetzalcoatl'];
  const email = 'odd.one@readers.example.test';
  const sink = await startSink({
    rules: [{ at: 'rcpt', to: email, answer: `550 5.1.1 <${email}> is unknown, odd.one` }],
  });
  const app = await bootStrapi({ env: { MAIL_HOST: '127.0.0.1', MAIL_PORT: String(sink.port) } });
  const room = await openNewsroom(app);
  await signUp(app.strapi, [
    { email, name: 'Quetzalcoatl', language: 'en' },
    { email: 'other@readers.example.test', name: 'Somebody Else', language: 'ja' },
  ]);
  await readersOf(room.operator, 2);
  await sendNew(room);

  const users = app.strapi.db.metadata.get(USER_UID).tableName;
  const dump = await dumpOf(app.strapi);
  expect(dump.get(users)?.map(textOf).join('\n')).toContain(email);
  const leaks = [...dump].flatMap(([table, rows]) =>
    rows
      .map(textOf)
      .filter((text) => secrets.some((secret) => text.includes(secret)))
      .map((text) => ({ table, text })),
  );
  expect(leaks.filter(({ table }) => table !== users)).toEqual([]);

  await app.close();
  await sink.close();
});
