import { SCHEMA_VERSION } from '../../server/src/adapters/store/migrate';
import { TABLES } from '../../server/src/names';
import {
  approve,
  openNewsroom,
  readersOf,
  sentOut,
  signUp,
  submit,
  writeCampaign,
} from '../support/newsroom';
import { startSink, type Sink } from '../support/smtp-sink';
import { makeDatabase, type StrapiDatabase } from '../support/strapi-database';
import { bootStrapi, type TestApp } from '../support/strapi';
import { startCommand } from '../support/worker-process';

export interface WorkerPlace {
  /** What the playground is given besides. */
  env(): Readonly<Record<string, string>>;
  /** How many batches wait to be handed out. */
  waiting(app: TestApp): Promise<number>;
}

/** What a worker does beside a process that serves, wherever the queue is. */
export function workerContract(name: string, place: WorkerPlace): void {
  describe(`a worker of its own, ${name}`, () => {
    let app: TestApp;
    let sink: Sink;
    let database: StrapiDatabase;
    beforeAll(async () => {
      [sink, database] = await Promise.all([startSink(), makeDatabase()]);
      const mail = { MAIL_HOST: '127.0.0.1', MAIL_PORT: String(sink.port) };
      app = await bootStrapi({
        database,
        env: { ...mail, ...place.env(), COUNTERSIGN_WORKER: 'only' },
      });
    });
    afterAll(async () => {
      await app.close();
      await sink.close();
      await database.remove();
      process.env.COUNTERSIGN_WORKER = 'inline';
    });

    const refusesOtherTables = async (): Promise<void> => {
      const versions = () => app.strapi.db.getConnection(TABLES.schemaVersion);
      const version = SCHEMA_VERSION + 1;
      await versions().insert({ version, name: 'a later one', applied_at: 0 });
      const worker = startCommand(['worker']);
      expect(await worker.ended).toBe(1);
      expect(worker.said()).toContain(`the tables are of version ${version}`);
      await versions().where({ version }).delete();
    };

    it('sends what the process that serves only starts, if it knows its tables, and ends when asked to', async () => {
      const room = await openNewsroom(app);
      await signUp(app.strapi, [
        { email: 'ann@readers.example.test', name: 'Ann', language: 'en' },
        { email: 'ben@readers.example.test', name: 'Ben', language: 'ja' },
      ]);
      await readersOf(room.operator, 2);
      const edition = await submit(room.author, await writeCampaign(room.author));
      await approve(room.approver, edition).expect(200);
      await room.operator.post(`/countersign/editions/${edition.id}/start`).expect(200);

      await refusesOtherTables();
      // It took seconds, and the process that serves has sent nothing in them.
      expect(sink.mails).toEqual([]);
      expect(await place.waiting(app)).toBe(1);
      const worker = startCommand(['worker']);
      await sentOut(room.operator, edition.id);
      expect(sink.mails.flatMap(({ to }) => to).sort()).toEqual([
        'ann@readers.example.test',
        'ben@readers.example.test',
      ]);
      expect(await worker.end()).toBe(0);
      expect(worker.said()).toContain('countersign.worker.began');
      expect(worker.said()).not.toMatch(/countersign\.bug|@readers/);
    });

    it('says what it wants when it is asked for something else', async () => {
      const command = startCommand(['wroker']);
      expect(await command.ended).toBe(2);
      expect(command.said()).toContain('strapi-plugin-countersign <command>');
    });
  });
}
