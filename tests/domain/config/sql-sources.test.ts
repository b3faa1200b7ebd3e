import { readConfig } from '../../../server/src/config/validate';

describe('a query on another database', () => {
  const CRM = {
    ...{ id: 'crm', list: 'newsletter', kind: 'sql', query: 'select * from customers' },
    connection: { client: 'pg', host: 'db', user: 'reader', password: 'hunter2', database: 'crm' },
    fields: { id: 'id', email: 'email', consent: { field: 'status', is: ['yes'] } },
  };
  const OF_USERS = {
    ...{ id: 'users', contentType: 'plugin::users-permissions.user', list: 'newsletter' },
    fields: { email: 'email', consent: 'agreed' },
  };

  it('stands beside content types, which need no kind', () => {
    const config = readConfig({ sources: [OF_USERS, CRM] });
    expect(config.sources).toEqual([OF_USERS]);
    expect(config.sqlSources).toMatchObject([
      { id: 'crm', everyMinutes: 15, timeoutSeconds: 30, consentIs: ['yes'] },
    ]);
  });

  it('may say that its ids are of people whom another source names as well', () => {
    const people = 'plugin::users-permissions.user';
    expect(readConfig({ sources: [{ ...CRM, people }] }).sqlSources).toMatchObject([{ people }]);
    expect(() => readConfig({ sources: [{ ...CRM, people: 7 }] })).toThrow('sources[0].people');
  });

  it('names attributes by their columns, and a push by their kinds, all of one kind each', () => {
    const attributes = { plan: { field: 'plan_code', kind: 'text' } };
    const crm = { ...CRM, fields: { ...CRM.fields, attributes } };
    const shop = { id: 'shop', kind: 'push', list: 'newsletter', key: 'k'.repeat(32) };
    const config = readConfig({ sources: [crm, { ...shop, attributes: { visits: 'number' } }] });
    expect(config.sqlSources[0]).toMatchObject({
      fields: { id: 'id', email: 'email', consent: 'status' },
      attributes: [{ name: 'plan', field: 'plan_code', kind: 'text' }],
    });
    expect(config.pushSources[0]?.attributes).toEqual([{ name: 'visits', kind: 'number' }]);
    expect(() =>
      readConfig({ sources: [crm, { ...shop, attributes: { plan: 'number' } }] }),
    ).toThrow('sources must give the attribute plan one kind');
    expect(() => readConfig({ sources: [{ ...shop, attributes: { Plan: 'text' } }] })).toThrow(
      'attribute names',
    );
  });

  it('is refused in words that hold no password', () => {
    const refused = (change: object): string => {
      try {
        readConfig({ sources: [{ ...CRM, ...change }] });
        return 'taken';
      } catch (error) {
        return String(error);
      }
    };
    const complaints = [
      refused({ query: 'delete from customers' }),
      refused({ query: 'select 1; select 2' }),
      refused({ connection: { ...CRM.connection, client: 'oracle' } }),
      refused({ connection: { ...CRM.connection, client: 'mysql' }, query: 'select ?' }),
      refused({ connection: { ...CRM.connection, password: 7 } }),
      refused({ kind: 'ldap' }),
    ];
    for (const complaint of complaints) {
      expect(complaint).toContain('sources[0]');
      expect(complaint).not.toContain('hunter2');
    }
  });
});
