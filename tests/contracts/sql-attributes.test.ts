import { createSqlSource } from '../../server/src/adapters/sources/sql';
import type { SqlSource } from '../../server/src/domain/subscribers/sql-source';
import { openCustomers, type Customers } from '../support/customers';

const NOW = Date.parse('2026-06-01T12:00:00Z');
const ATTRIBUTES = [
  { name: 'pro', field: 'is_pro', kind: 'flag' },
  { name: 'plan', field: 'plan', kind: 'text' },
  { name: 'since', field: 'since', kind: 'date' },
  { name: 'visits', field: 'visits', kind: 'number' },
] as const;

describe('attributes of people in another database', () => {
  let customers: Customers;
  beforeAll(async () => {
    customers = await openCustomers();
    await customers.write.schema.createTable('members', (t) => {
      t.integer('id').index();
      t.string('email');
      t.boolean('agreed');
      t.boolean('is_pro');
      t.string('plan');
      t.string('since');
      t.bigInteger('visits');
    });
    await customers.write('members').insert([
      {
        id: 1,
        email: 'ann@example.com',
        agreed: true,
        is_pro: true,
        plan: 'Gold',
        since: '2026-05-01',
        visits: 7,
      },
      { id: 2, email: 'ben@example.com', agreed: true, is_pro: false },
    ]);
  });
  afterAll(() => customers.close());

  async function read(query: string) {
    const source: SqlSource = {
      ...{ id: 'crm', list: 'newsletter', connection: customers.connection, query },
      fields: { id: 'id', email: 'email', consent: 'agreed' },
      ...{ attributes: ATTRIBUTES, everyMinutes: 15, timeoutSeconds: 5 },
    };
    const opened = createSqlSource(source, { now: () => NOW });
    try {
      return (await opened.read(null, 10)).people;
    } finally {
      await opened.close();
    }
  }

  it('are read by their columns, a single bit as a flag, and what is empty is not known', async () => {
    const people = await read('select * from members');
    expect(people.map(({ attributes }) => attributes)).toEqual([
      { pro: true, plan: 'Gold', since: Date.parse('2026-05-01'), visits: 7 },
      { pro: false },
    ]);
  });

  it('keep the source unread while a column of theirs is missing', async () => {
    await expect(read('select id, email, agreed from members')).rejects.toMatchObject({
      reason: 'bad-query',
    });
  });
});
