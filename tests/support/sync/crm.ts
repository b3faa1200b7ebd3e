import { openCustomers } from '../customers';
import { addressOf } from './users';

const QUERY = 'select id, email, name, locale, agreed from people';

export interface Customer {
  readonly id: number | null;
  readonly email?: string | null;
  readonly agreed?: boolean | null;
  readonly locale?: string;
}

export type Crm = Awaited<ReturnType<typeof openCrm>>;

/** The company's own database: no hook tells what happens in it. */
export async function openCrm() {
  const customers = await openCustomers();
  const { write } = customers;
  await write.schema.createTable('people', (t) => {
    t.integer('id').index();
    t.string('email');
    t.string('name');
    t.string('locale');
    t.boolean('agreed');
  });
  const isThere = () => write.schema.hasTable('people');
  const comeBack = async (): Promise<void> => {
    if (!(await isThere())) await write.schema.renameTable('people_gone', 'people');
  };
  return {
    source: {
      ...{ id: 'crm', kind: 'sql', list: 'newsletter', query: QUERY },
      connection: customers.connection,
      fields: { id: 'id', email: 'email', name: 'name', locale: 'locale', consent: 'agreed' },
    },
    add: (id: number | null, name: string, change: Partial<Customer> = {}) =>
      write('people').insert({ id, name, email: addressOf(name), agreed: true, ...change }),
    addMany: (names: readonly string[]) =>
      write.batchInsert(
        'people',
        names.map((name, id) => ({ id, name, email: addressOf(name), agreed: true })),
        100,
      ),
    change: (id: number, change: Partial<Customer>) => write('people').where({ id }).update(change),
    remove: (id: number) => write('people').where({ id }).delete(),
    goDown: () => write.schema.renameTable('people', 'people_gone'),
    comeBack,
    empty: async (): Promise<void> => {
      await comeBack();
      await write('people').delete();
    },
    close: customers.close,
  };
}
