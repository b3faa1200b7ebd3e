import type { Core } from '@strapi/types';
import { accountChanges, type AccountState } from '../../domain/access/account';
import { ADMIN_USER_UID } from '../../names';
import { entranceOf } from '../house';
import { documentIdOf, writerOf } from './doors';

interface WriteEvent {
  readonly params: { readonly where?: unknown; readonly data?: unknown };
  readonly result?: unknown;
  readonly state: { accounts?: Accounts };
}

type Accounts = ReadonlyMap<string, AccountState>;
type Listener = (event: WriteEvent) => Promise<void>;

/** Of a sign-in, a name or a language nobody has to know. */
const WATCHED = ['email', 'roles', 'isActive', 'blocked', 'password'];

/** Listens below Strapi's services, in the write's own transaction: the note is kept with it or neither is. */
export function watchAccounts(strapi: Core.Strapi): () => void {
  const before: Listener = async ({ params, state }) => {
    if (isWatched(params.data)) state.accounts = await accountsWhere(strapi, params.where);
  };
  const changed: Listener = async ({ params, state }) => {
    const { accounts } = state;
    if (!accounts || accounts.size === 0) return;
    const now = await accountsWhere(strapi, { documentId: { $in: [...accounts.keys()] } });
    const hasPassword = hasKey(params.data, 'password');
    for (const [id, account] of now) {
      const kinds = accountChanges(accounts.get(id) ?? account, account, hasPassword);
      await entranceOf(strapi).accounts.changed(id, kinds, writerOf(strapi));
    }
  };
  const created: Listener = async ({ result }) => {
    const id = documentIdOf(result) ?? (await documentIdWhere(strapi, result));
    if (id) await entranceOf(strapi).accounts.changed(id, ['created'], writerOf(strapi));
  };
  return strapi.db.lifecycles.subscribe({
    models: [ADMIN_USER_UID],
    beforeUpdate: before,
    beforeUpdateMany: before,
    afterUpdate: changed,
    afterUpdateMany: changed,
    afterCreate: created,
  });
}

const hasKey = (data: unknown, key: string): boolean =>
  typeof data === 'object' && data !== null && key in data;

const isWatched = (data: unknown): boolean => WATCHED.some((key) => hasKey(data, key));

async function accountsWhere(strapi: Core.Strapi, where: unknown): Promise<Accounts> {
  const rows: Record<string, unknown>[] = await strapi.db
    .query(ADMIN_USER_UID)
    .findMany({ where, populate: ['roles'] });
  return new Map(rows.map((row) => [String(row.documentId), stateOf(row)]));
}

const stateOf = ({ email, isActive, blocked, roles }: Record<string, unknown>): AccountState => ({
  email: String(email ?? ''),
  isActive: isActive === true && blocked !== true,
  roles: Array.isArray(roles) ? roles.map(({ id }: { id: number }) => id) : [],
});

/** A write that chose its fields tells only the row's own id. */
async function documentIdWhere(strapi: Core.Strapi, row: unknown): Promise<string | undefined> {
  if (typeof row !== 'object' || row === null || !('id' in row)) return undefined;
  const where = { id: row.id };
  return documentIdOf(await strapi.db.query(ADMIN_USER_UID).findOne({ where }));
}
