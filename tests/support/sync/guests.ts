import type { Core } from '@strapi/strapi';
import { GUEST_UID } from './guest-type';
import { addressOf, type HostAct } from './users';

export interface GuestData {
  readonly mail?: string | null;
  readonly agreedAt?: Date | null;
  readonly language?: string | null;
}

interface Which {
  readonly documentId: string;
  readonly locale?: string;
}

/** The document service, for a type the types of this repository do not know. */
interface Documents {
  create(what: { data: GuestData; locale: string }): Promise<{ documentId: string }>;
  update(what: Which & { data: GuestData }): Promise<unknown>;
  publish(which: Which): Promise<unknown>;
  unpublish(which: Which): Promise<unknown>;
  discardDraft(which: Which): Promise<unknown>;
  delete(which: Which): Promise<unknown>;
  clone(what: Which & { data: GuestData }): Promise<{ entries: { documentId: string }[] }>;
}

const LONG_AGO = new Date('2026-01-01T00:00:00Z');

const newcomer = (name: string, change: GuestData = {}): GuestData => ({
  ...{ mail: addressOf(name), agreedAt: LONG_AGO, language: 'en' },
  ...change,
});

/** Guests by the names they came with; a document has an English and perhaps a Japanese side. */
export function guestsOf(strapi: Core.Strapi, act: HostAct) {
  const documents = strapi.documents(GUEST_UID as never) as unknown as Documents;
  const ids = new Map<string, string>();
  const which = (name: string, locale = 'en'): Required<Which> => {
    const documentId = ids.get(name);
    if (documentId === undefined) throw new Error(`no guest ${name}`);
    return { documentId, locale };
  };
  const draft = (name: string, change?: GuestData) =>
    act(async () => {
      const made = await documents.create({ data: newcomer(name, change), locale: 'en' });
      ids.set(name, made.documentId);
    });
  const publish = (name: string, locale?: string) =>
    act(() => documents.publish(which(name, locale)));

  return {
    draft,
    publish,
    /** Written and published. */
    welcome: async (name: string, change?: GuestData) => {
      await draft(name, change);
      await publish(name);
    },
    /** The draft; what is published stays as it is. */
    edit: (name: string, data: GuestData, locale?: string) =>
      act(() => documents.update({ ...which(name, locale), data })),
    translate: async (name: string, change?: GuestData) => {
      await act(() => documents.update({ ...which(name, 'ja'), data: newcomer(name, change) }));
      await publish(name, 'ja');
    },
    republish: async (name: string, data: GuestData) => {
      await act(() => documents.update({ ...which(name), data }));
      await publish(name);
    },
    unpublish: (name: string, locale?: string) =>
      act(() => documents.unpublish(which(name, locale))),
    discard: (name: string) => act(() => documents.discardDraft(which(name))),
    delete: (name: string, locale = '*') => act(() => documents.delete(which(name, locale))),
    clone: (name: string, as: string, data: GuestData) =>
      act(async () => {
        const { documentId } = which(name);
        const { entries } = await documents.clone({ documentId, data });
        ids.set(as, entries[0]?.documentId ?? '');
      }),
    sql: { deleteAll: () => strapi.db.getConnection('guests').delete() },
  };
}

export type Guests = ReturnType<typeof guestsOf>;
