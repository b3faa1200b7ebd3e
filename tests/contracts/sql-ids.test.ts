import { createSqlSource } from '../../server/src/adapters/sources/sql';
import { openCustomers, type Customers } from '../support/customers';

const IDS = ['1', '9223372036854775804', '9223372036854775805', '9223372036854775807'];

describe('ids of another database', () => {
  let customers: Customers;
  beforeAll(async () => {
    customers = await openCustomers();
    await customers.write.schema.createTable('holders', (t) => {
      t.bigInteger('id').index();
      t.string('email');
      t.boolean('agreed');
    });
    for (const id of IDS) {
      const email = `h${id}@example.com`;
      await customers.write.raw(`insert into holders values (${id}, '${email}', true)`);
    }
  });
  afterAll(() => customers.close());

  const sourceOver = (query: string) =>
    createSqlSource(
      {
        ...{ id: 'crm', list: 'newsletter', connection: customers.connection, query },
        fields: { id: 'id', email: 'email', consent: 'agreed' },
        ...{ everyMinutes: 15, timeoutSeconds: 5 },
      },
      { now: () => Date.parse('2026-06-01T12:00:00Z') },
    );

  it('are whole to the last digit a column can hold, page after page and one by one', async () => {
    const source = sourceOver('select id, email, agreed from holders');
    const idsAfter = async (after: string | null) =>
      (await source.read(after, 2)).people.map(({ externalId }) => externalId);
    expect(await idsAfter(null)).toEqual(IDS.slice(0, 2));
    expect(await idsAfter(IDS[1] ?? '')).toEqual(IDS.slice(2));
    const some = await source.readSome(IDS.slice(2));
    expect(some.map(({ externalId }) => externalId)).toEqual(IDS.slice(2));
    // Of no column at all: asked for when its row is gone, and a database would not have it.
    expect(await source.readSome(['99999999999999999999'])).toEqual([]);
    expect(source.trouble()).toBeNull();
    await source.close();
  });

  it('are no addresses: the source is not read, and nobody leaves its list', async () => {
    const source = sourceOver('select email as id, email, agreed from holders');
    await expect(source.read(null, 2)).rejects.toThrow('source crm: bad-rows');
    expect(source.trouble()).toBe('bad-rows');
    await source.close();
  });
});
