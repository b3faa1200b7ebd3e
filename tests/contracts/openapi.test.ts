import { openApiDocument } from '../../server/src/contracts/openapi';

interface Operation {
  readonly operationId: string;
  readonly security?: unknown;
  readonly parameters: readonly { name: string; in: string; required: boolean }[];
  readonly responses: Readonly<Record<string, unknown>>;
}

const document = openApiDocument('/api/countersign', '1.2.3');
const paths = document.paths as Readonly<Record<string, Readonly<Record<string, Operation>>>>;
const operations = Object.values(paths).flatMap((path) => Object.values(path));

it('is an OpenAPI 3.1 document of this version', () => {
  expect(document).toMatchObject({
    openapi: '3.1.0',
    info: { title: 'Countersign', version: '1.2.3' },
    servers: [{ url: '/api/countersign' }],
  });
});

it('says nothing of the admin', () => {
  expect(operations.map(({ operationId }) => operationId).sort()).toEqual([
    'assets.read',
    'confirmAddress.confirm',
    'confirmAddress.show',
    'delivery.find',
    'edition.find',
    'edition.findOne',
    'health.find',
    'metrics.find',
    'openapi.read',
    'preferences.act',
    'preferences.show',
    'push.people',
    'report.findOne',
    'signUp.ask',
    'signUp.confirm',
    'signUp.show',
    'unsubscribe.leave',
    'unsubscribe.show',
  ]);
});

it('asks for a token where programs read, and for none where readers leave', () => {
  expect(paths['/editions']?.get?.security).toEqual([{ token: [] }]);
  expect(paths['/unsubscribe/{token}']?.post?.security).toBeUndefined();
});

it('names every placeholder of a path as a required parameter', () => {
  for (const [path, methods] of Object.entries(paths)) {
    const placeholders = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    for (const { parameters } of Object.values(methods)) {
      const inPath = parameters.filter((parameter) => parameter.in === 'path');
      expect(inPath.map(({ name }) => name)).toEqual(placeholders);
      expect(inPath.every(({ required }) => required)).toBe(true);
    }
  }
});

it('can be written as JSON, and holds no reference that leads nowhere', () => {
  const text = JSON.stringify(document);
  const references = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)];
  const { schemas } = document.components as { schemas: object };
  expect(references.length).toBeGreaterThan(0);
  for (const [, name] of references) expect(schemas).toHaveProperty(String(name));
});
