import { readConfig } from '../../../server/src/config/validate';

const source = (id: string, attributes: object) => ({
  ...{ id, contentType: 'plugin::users-permissions.user', list: 'newsletter' },
  fields: { email: 'email', consent: 'agreed', attributes },
});
const complaintsOf = (...sources: object[]): string[] => {
  try {
    readConfig({ sources });
    return [];
  } catch (error) {
    return String(error instanceof Error ? error.message : error).split('\n');
  }
};
const ofKind = (kind: string, number: number) =>
  Object.fromEntries(
    Array.from({ length: number }, (_, at) => [`${kind}_${at}`, { field: 'field', kind }]),
  );

it('takes attributes, each with its field and kind', () => {
  const plan = { field: 'membership', kind: 'text' };
  expect(readConfig({ sources: [source('users', { plan })] }).sources[0]).toEqual({
    ...{ id: 'users', contentType: 'plugin::users-permissions.user', list: 'newsletter' },
    fields: { email: 'email', consent: 'agreed' },
    attributes: [{ name: 'plan', ...plan }],
  });
});

it('refuses a name that is none, and a kind there is not', () => {
  expect(complaintsOf(source('users', { Plan: { field: 'a', kind: 'text' } }))).toHaveLength(1);
  expect(complaintsOf(source('users', { plan: { field: 'a', kind: 'json' } }))[0]).toMatch(
    /^sources\[0\]\.fields\.attributes\.plan\.kind must be 'text'/,
  );
});

it('lets sources share an attribute, of one kind', () => {
  const plan = (kind: string) => ({ plan: { field: 'a', kind } });
  expect(complaintsOf(source('users', plan('text')), source('guests', plan('text')))).toEqual([]);
  expect(complaintsOf(source('users', plan('text')), source('guests', plan('flag')))).toEqual([
    'sources must give the attribute plan one kind, got several',
  ]);
});

it('has ten places for each kind, over the whole site', () => {
  expect(complaintsOf(source('users', { ...ofKind('text', 10), ...ofKind('date', 10) }))).toEqual(
    [],
  );
  expect(complaintsOf(source('users', ofKind('flag', 11)))).toEqual([
    'sources must have at most 10 attributes of kind flag, got 11',
  ]);
});
