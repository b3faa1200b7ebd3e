import { z } from '@strapi/utils';
import type { Endpoint } from './endpoint';
import { ENDPOINTS } from './endpoints';
import { failure } from './shapes';

type Json = Readonly<Record<string, unknown>>;

/**
 * The OpenAPI 3.1 document of what programs and readers may ask. The admin's own endpoints are not in
 * it: they are no API, and may change with any version.
 *
 * @param prefix where the endpoints stand, e.g. `/api/countersign`
 */
export function openApiDocument(prefix: string, version: string): Json {
  const endpoints = Object.entries<Endpoint>(ENDPOINTS).filter(([, { door }]) => door !== 'admin');
  const paths: Record<string, Record<string, Json>> = {};
  for (const [name, endpoint] of endpoints) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(name, endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Countersign', version, description: DESCRIPTION },
    servers: [{ url: prefix }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: TOKEN } },
      schemas: { Failure: schemaOf(failure, 'output') },
    },
  };
}

const DESCRIPTION =
  'Newsletters that a second person must countersign. Everything here is read-only but the way out.';
const TOKEN = 'An API token of Strapi with the scope of the endpoint.';

function operation(name: string, endpoint: Endpoint): Json {
  return {
    operationId: name,
    summary: endpoint.summary,
    ...(endpoint.door === 'api' ? { security: [{ token: [] }] } : {}),
    parameters: [
      ...parametersIn('path', endpoint.params),
      ...parametersIn('query', endpoint.query),
    ],
    responses: {
      [endpoint.status]: answerOf(endpoint),
      default: failed,
    },
  };
}

const answerOf = ({ media = 'application/json', answer, summary }: Endpoint): Json => ({
  description: summary,
  content: { [media]: { schema: schemaOf(answer, 'output') } },
});

const failed: Json = {
  description: 'Refused; the code is stable, the words are not',
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Failure' } } },
};

function parametersIn(place: 'path' | 'query', schema: z.ZodType | undefined): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const made: Json = z.toJSONSchema(schema, { io });
  return Object.fromEntries(Object.entries(made).filter(([key]) => key !== '$schema'));
}
