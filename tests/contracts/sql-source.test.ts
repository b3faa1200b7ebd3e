import { createServer, type AddressInfo } from 'node:net';
import { createSqlSource, type OpenedSqlSource } from '../../server/src/adapters/sources/sql';
import type { SqlConnection, SqlSource } from '../../server/src/domain/subscribers/sql-source';
import { openCustomers, type Customers } from '../support/customers';

const NOW = Date.parse('2026-06-01T12:00:00Z');
/** Real servers, one of which says nothing until its time is up. */
jest.setTimeout(60_000);

describe('a query on another database as a source', () => {
  let customers: Customers;
  const open: OpenedSqlSource[] = [];
  beforeAll(async () => {
    customers = await openCustomers();
    await customers.write.schema.createTable('customers', (t) => {
      t.integer('id').index();
      t.string('email');
      t.string('name');
      t.string('locale');
      t.boolean('agreed');
      t.dateTime('agreed_at');
      t.string('status');
    });
    await customers.write.schema.createTable('guests', (t) => {
      t.string('code', 64).index();
      t.string('email');
      t.boolean('agreed');
    });
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((source) => source.close()));
    await customers.write('customers').delete();
    await customers.write('guests').delete();
  });
  afterAll(() => customers.close());

  const crm = (change: Partial<SqlSource> = {}): OpenedSqlSource => {
    const source = createSqlSource(
      {
        ...{ id: 'crm', list: 'newsletter', connection: customers.connection },
        query: 'select id, email, name, locale, agreed from customers',
        fields: { id: 'id', email: 'email', name: 'name', locale: 'locale', consent: 'agreed' },
        ...{ everyMinutes: 15, timeoutSeconds: 5, ...change },
      },
      { now: () => NOW },
    );
    open.push(source);
    return source;
  };
  const guests = (query = 'select code, email, agreed from guests'): OpenedSqlSource =>
    crm({ query, fields: { id: 'code', email: 'email', consent: 'agreed' } });
  const add = (...rows: object[]) => customers.write('customers').insert(rows);
  const idsOf = async (source: OpenedSqlSource, after: string | null, limit = 10) =>
    (await source.read(after, limit)).people.map(({ externalId }) => externalId);
  const consents = async (source: OpenedSqlSource) =>
    Object.fromEntries(
      (await source.read(null, 100)).people.map(({ externalId, consent }) => [externalId, consent]),
    );

  it('reads what the mapping names', async () => {
    await add({ id: 7, email: 'Ann@example.com', name: 'Ann', locale: 'ja', agreed: true });
    expect((await crm().read(null, 10)).people).toEqual([
      {
        ...{ externalId: '7', address: 'Ann@example.com', name: 'Ann', locale: 'ja' },
        ...{ consent: true, confirmed: true, blocked: false },
      },
    ]);
  });

  it('goes through numbers as numbers, page by page', async () => {
    for (const id of [10, 9, 100, 2, 33]) await add({ id });
    const source = crm();
    expect(await idsOf(source, null, 2)).toEqual(['2', '9']);
    expect(await idsOf(source, '9', 2)).toEqual(['10', '33']);
    expect(await idsOf(source, '33', 2)).toEqual(['100']);
    expect(await idsOf(source, '100', 2)).toEqual([]);
    expect(await source.count()).toBe(5);
    expect(await idsOf(crm(), '33', 2)).toEqual(['100']);
  });

  it('misses nobody among texts, in whatever order the database has them', async () => {
    const codes = ['10', '9', 'b', 'Ä', 'a-1', 'a 2', '山田', "o'neil", 'z'];
    await customers.write('guests').insert(codes.map((code) => ({ code })));
    const source = guests();
    const met: string[] = [];
    for (let after: string | null = null; ; after = met.at(-1) ?? null) {
      const page = await idsOf(source, after, 2);
      if (page.length === 0) break;
      met.push(...page);
    }
    expect(met.sort()).toEqual([...codes].sort());
  });

  it('reads some, as far as they are there and can be', async () => {
    for (const id of [1, 2, 3]) await add({ id });
    const found = await crm().readSome(['3', 'nobody', '1', '99']);
    expect(found.map(({ externalId }) => externalId)).toEqual(['1', '3']);
    expect(await crm().readSome(['nobody'])).toEqual([]);
  });

  it('takes the first of two rows with one id, also where a page ends between them', async () => {
    await add({ id: 1, email: 'ann@example.com' }, { id: 1, email: 'other@example.com' });
    await add({ id: 2, email: 'bob@example.com' });
    const source = crm();
    expect(await idsOf(source, null, 3)).toEqual(['1', '2']);
    expect(await idsOf(source, null, 1)).toEqual(['1']);
    expect(await idsOf(source, '1', 1)).toEqual(['2']);
  });

  it('counts rows without an id, and goes on', async () => {
    await add({ id: null, email: 'x@example.com' }, { id: 5 }, { id: null });
    const source = crm();
    expect(await idsOf(source, null)).toEqual(['5']);
    expect(await source.countUnnamed?.()).toBe(2);
    expect(source.trouble()).toBeNull();
  });

  it('keeps large ids whole', async () => {
    const big = '9007199254740993';
    const query = `select ${big} as id, 'a@example.com' as email, null as name, null as locale, 1 as agreed
      union all select 9007199254740995, 'b@example.com', null, null, 1`;
    const source = crm({ query });
    expect(await idsOf(source, null)).toEqual([big, '9007199254740995']);
    expect(await idsOf(source, big)).toEqual(['9007199254740995']);
    expect((await source.readSome([big])).length).toBe(1);
  });

  it('understands consent as a flag, a date or a word, and nothing else', async () => {
    const past = new Date(NOW - 60_000);
    await add(
      { id: 1, agreed: true, agreed_at: past, status: 'yes' },
      { id: 2, agreed: false, agreed_at: new Date(NOW + 86_400_000), status: 'no' },
      { id: 3, status: '1' },
    );
    const fields = { id: 'id', email: 'email' };
    expect(await consents(crm())).toEqual({ 1: true, 2: false, 3: false });
    const words = { query: 'select * from customers', consentIs: ['yes'] };
    expect(await consents(crm({ ...words, fields: { ...fields, consent: 'status' } }))).toEqual({
      ...{ 1: true, 2: false, 3: false },
    });
    const byText = crm({
      ...words,
      consentIs: undefined,
      fields: { ...fields, consent: 'status' },
    });
    expect(await consents(byText)).toEqual({ 1: false, 2: false, 3: false });
    if (customers.connection.client === 'sqlite') return;
    const byDate = { query: words.query, fields: { ...fields, consent: 'agreed_at' } };
    expect(await consents(crm(byDate))).toEqual({ 1: true, 2: false, 3: false });
  });

  it('takes a query as people write it', async () => {
    await customers.write('guests').insert({ code: 'a', email: 'a@example.com', agreed: true });
    const written =
      'with g as (select * from guests) select code, email, agreed from g -- all of them';
    expect(await idsOf(guests(written), null)).toEqual(['a']);
    expect(await idsOf(guests('select code, email, agreed from guests;'), null)).toEqual(['a']);
    if (customers.connection.client === 'mysql') return;
    const asks = "select code, email, agreed from guests where email <> 'who?'";
    expect(await idsOf(guests(asks), null)).toEqual(['a']);
  });

  describe('says in one word what is wrong', () => {
    const reasonOf = (source: OpenedSqlSource) =>
      source.read(null, 10).catch((error: Error) => `${error.message} / ${source.trouble()}`);

    it('when the query is not understood, or a column is missing', async () => {
      await add({ id: 1 });
      expect(await reasonOf(crm({ query: 'select nonsense from nowhere' }))).toBe(
        'source crm: bad-query / bad-query',
      );
      expect(await reasonOf(crm({ query: 'select id, email, name, agreed from customers' }))).toBe(
        'source crm: bad-query / bad-query',
      );
    });

    it('when ids are nothing one could go on from', async () => {
      await add({ id: 1 });
      const long = 'x'.repeat(129);
      const query = `select '${long}' as id, email, name, locale, agreed from customers`;
      expect(await reasonOf(crm({ query }))).toBe('source crm: bad-rows / bad-rows');
    });

    it('when somebody writes, and nothing is written', async () => {
      await add({ id: 1 });
      const { client } = customers.connection;
      const writes = {
        pg: 'with gone as (delete from customers returning *) select * from gone',
        mysql: 'select * from customers for update',
        sqlite: 'delete from customers returning *',
      }[client];
      const reason = await reasonOf(crm({ query: writes }));
      // MySQL lets rows be locked where nothing may be written, and nothing else is a query there.
      if (client !== 'mysql') expect(reason).toBe('source crm: bad-query / bad-query');
      expect(Number((await customers.write('customers').count({ n: '*' }))[0]?.n)).toBe(1);
    });

    it('when nobody is there, and forgets it when somebody is', async () => {
      const gone: SqlConnection =
        customers.connection.client === 'sqlite'
          ? { client: 'sqlite', filename: '/nowhere/data.db' }
          : { ...customers.connection, port: 1 };
      const source = crm({ connection: gone });
      expect(await reasonOf(source)).toBe('source crm: unreachable / unreachable');
      await add({ id: 1 });
      const well = crm();
      await expect(crm({ query: 'select' }).read(null, 1)).rejects.toThrow('bad-query');
      expect(await idsOf(well, null)).toEqual(['1']);
      expect(well.trouble()).toBeNull();
    });
  });
});

describe('a server', () => {
  const silent = createServer(() => undefined);
  beforeAll(() => new Promise<void>((ready) => void silent.listen(0, '127.0.0.1', () => ready())));
  afterAll(() => void silent.close());

  it.each(['pg', 'mysql'] as const)('of %s that says nothing is not waited for', async (client) => {
    const { port } = silent.address() as AddressInfo;
    const source = createSqlSource(
      {
        ...{
          id: 'crm',
          list: 'newsletter',
          query: 'select 1',
          everyMinutes: 15,
          timeoutSeconds: 1,
        },
        connection: {
          ...{ client, host: '127.0.0.1', port, user: 'u', password: 'hunter2' },
          ...{ database: 'd', ssl: false },
        },
        fields: { id: 'id', email: 'email', consent: 'agreed' },
      },
      { now: () => NOW },
    );
    await expect(source.read(null, 1)).rejects.toThrow(/^source crm: (unreachable|timeout)$/);
    await source.close();
  });
});
