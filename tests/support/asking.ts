import type { Asking } from '../../server/src/domain/access/asking';
import type { Colleague } from '../../server/src/domain/access/colleague';

/** A person who signed in themselves, unless told otherwise. */
export const asking = (person: string, change: Partial<Asking> = {}): Asking => ({
  person,
  door: 'admin',
  ip: '192.0.2.1',
  ...change,
});

export const aColleague = (id: string, change: Partial<Colleague> = {}): Colleague => ({
  id,
  name: `Person ${id}`,
  isActive: true,
  mayApprove: true,
  roles: [],
  ...change,
});
