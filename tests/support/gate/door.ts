import type supertest from 'supertest';
import type { Caller } from '../strapi';
import type { CallerKind } from './caller';
import type { Office } from './office';

/** One way in, as it is knocked at with what stands there now. */
export interface Door {
  readonly name: string;
  /** Whether this caller may pass. Whoever may not is refused, and nothing has changed. */
  isFor(caller: CallerKind): boolean;
  /** Where an address is what the caller has the right to see. */
  readonly isReveal?: boolean;
  /** Answers of a door of Strapi's that has nothing to open here, besides a plain no. */
  readonly alsoNo?: number;
  knock(caller: Caller, office: Office): supertest.Test;
}

/** Sends a request of any method. */
export function send(
  caller: Caller,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: object,
): supertest.Test {
  if (method === 'GET') return caller.get(path);
  if (method === 'DELETE') return caller.delete(path);
  return method === 'PUT' ? caller.put(path, body) : caller.post(path, body);
}
