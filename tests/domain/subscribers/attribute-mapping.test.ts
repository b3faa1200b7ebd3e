import {
  fieldsRead,
  troublesOf,
  type SourceMapping,
} from '../../../server/src/domain/subscribers/source-mapping';

const mapping: SourceMapping = {
  id: 'users',
  contentType: 'plugin::users-permissions.user',
  list: 'newsletter',
  fields: { email: 'email', consent: 'agreed' },
  attributes: [
    { name: 'plan', kind: 'text', field: 'membership' },
    { name: 'visits', kind: 'number', field: 'visits' },
    { name: 'vip', kind: 'flag', field: 'vip' },
    { name: 'joined', kind: 'date', field: 'joinedAt' },
  ],
};
const type = {
  email: { type: 'email' },
  agreed: { type: 'boolean' },
  membership: { type: 'enumeration' },
  visits: { type: 'biginteger' },
  vip: { type: 'boolean' },
  joinedAt: { type: 'date' },
};

it('reads attributes of fields that hold their kind', () => {
  expect(troublesOf(mapping, type)).toEqual([]);
  expect(fieldsRead(mapping)).toEqual([
    ...['email', 'agreed', 'membership', 'visits', 'vip', 'joinedAt'],
  ]);
});

it.each([
  ['membership', 'integer', 'a text field'],
  ['visits', 'string', 'a number'],
  ['vip', 'string', 'a boolean'],
  ['joinedAt', 'time', 'a date'],
])('has trouble with %s of type %s', (field, other, expected) => {
  expect(troublesOf(mapping, { ...type, [field]: { type: other } })).toEqual([{ field, expected }]);
});

it('has trouble with a field that is gone', () => {
  const { vip: _vip, ...rest } = type;
  expect(troublesOf(mapping, rest)).toEqual([{ field: 'vip', expected: 'a boolean' }]);
});
