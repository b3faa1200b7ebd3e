import { randomBytes } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { USER_UID } from '../../../server/src/names';

export interface UserData {
  readonly email?: string | null;
  readonly displayName?: string | null;
  readonly language?: string | null;
  readonly newsletterConsent?: boolean | null;
  readonly confirmed?: boolean | null;
  readonly blocked?: boolean | null;
}

/** One act of the host; in the column of the reconcile none of them is heard. */
export type HostAct = <T>(act: () => Promise<T>) => Promise<T>;

const TABLE = 'up_users';

export const addressOf = (name: string): string =>
  name.includes('@') ? name : `${name}@readers.example.test`;

const newcomer = (name: string, change: UserData = {}) => ({
  ...{ username: name, email: addressOf(name), displayName: name, language: 'en' },
  ...{ newsletterConsent: true, confirmed: true, blocked: false, provider: 'local' },
  ...change,
});

/** The users of the site by their user names, written in every way in which a host writes them. */
export function usersOf(strapi: Core.Strapi, act: HostAct) {
  const query = () => strapi.db.query(USER_UID);
  const service = () => strapi.plugin('users-permissions').service('user');
  const documents = () => strapi.documents(USER_UID);
  const table = () => strapi.db.getConnection(TABLE);
  const find = async (username: string): Promise<{ id: number; documentId: string }> => {
    const found = await query().findOne({ where: { username } });
    if (!found) throw new Error(`no user ${username}`);
    return found;
  };

  return {
    find,
    /** As users-permissions registers somebody. */
    register: (name: string, change?: UserData) => act(() => service().add(newcomer(name, change))),
    /** As users-permissions does for who comes from an OAuth provider. */
    oauth: (name: string, change?: UserData) =>
      act(() => query().create({ data: { ...newcomer(name, change), provider: 'google' } })),
    /** As users-permissions edits somebody. */
    edit: (name: string, data: UserData) =>
      act(async () => service().edit((await find(name)).id, data)),
    /** Through the document service, as the Content Manager does. */
    update: (name: string, data: object) =>
      act(async () => documents().update({ documentId: (await find(name)).documentId, data })),
    /** As host code does that knows no documents. */
    set: (name: string, data: object) =>
      act(() => query().update({ where: { username: name }, data })),
    /** As users-permissions deletes somebody. */
    remove: (name: string) => act(async () => service().remove({ id: (await find(name)).id })),
    destroy: (name: string) =>
      act(async () => documents().delete({ documentId: (await find(name)).documentId })),
    /** The name is the document's id too, so that their order is known. */
    createMany: (names: readonly string[]) =>
      act(() =>
        query().createMany({
          data: names.map((name) => ({ ...newcomer(name), documentId: name })),
        }),
      ),
    updateMany: (where: object, data: UserData) => act(() => query().updateMany({ where, data })),
    deleteMany: (where: object) => act(() => query().deleteMany({ where })),
    /** Past Strapi: nobody hears it in either column. */
    sql: {
      insert: (name: string, documentId = randomBytes(12).toString('hex')) =>
        table().insert({
          ...{ document_id: documentId, username: name, email: addressOf(name) },
          ...{ newsletter_consent: true, confirmed: true, blocked: false },
        }),
      update: (name: string, row: object) => table().where({ username: name }).update(row),
      delete: (name: string) => table().where({ username: name }).delete(),
    },
    /** Of several acts all or, when it throws, none. */
    together: (acts: () => Promise<void>) => act(() => strapi.db.transaction(() => acts())),
  };
}

export type Users = ReturnType<typeof usersOf>;
