import { valuesOf } from '../../domain/segments/attributes';
import { isNamed } from '../../domain/subscribers/source-filter';
import {
  fieldsRead,
  type HostFields,
  isConsent,
  type SourceMapping,
  troublesOf,
} from '../../domain/subscribers/source-mapping';
import type { SourcePerson } from '../../domain/subscribers/subscriber';
import { saidIn } from '../../domain/subscribers/voice';
import type { Clock, Source, SourcePage } from '../../ports';
import { narrowing } from './narrowing';

type Row = Readonly<Record<string, unknown>>;

/** The part of `strapi.db` and of the content types' schemas that sources read. */
export interface HostContent {
  query(uid: string): {
    findMany(params: object): Promise<Row[]>;
    count(params: object): Promise<number>;
  };
  contentType(uid: string): ContentType | undefined;
}

export interface ContentType {
  readonly attributes: HostFields;
  readonly options?: { readonly draftAndPublish?: boolean };
}

/**
 * People who are entries of a content type, each document one person. Of a type with drafts only what
 * is published counts; of several languages of one document the one that was there first, among those
 * that a filter leaves.
 */
export function createContentTypeSource(
  mapping: SourceMapping,
  host: HostContent,
  clock: Clock,
): Source {
  const { contentType: uid } = mapping;

  /** Asked anew each time: a field may vanish while the plugin runs. */
  const typeOf = (): ContentType => {
    const type = host.contentType(uid);
    const [trouble] = troublesOf(mapping, type?.attributes);
    if (type && !trouble) return type;
    throw new Error(`source ${mapping.id}: ${trouble?.field} must be ${trouble?.expected}`);
  };
  const find = async (which: object, limit: { limit?: number }): Promise<SourcePage> => {
    const type = typeOf();
    const rows = await host.query(uid).findMany({
      select: columnsOf(mapping, type),
      where: { ...which, ...whereOf(mapping, type) },
      orderBy: [{ documentId: 'asc' }, { id: 'asc' }],
      ...limit,
    });
    const named = firstOfEach(rows.filter((row) => isNamed(row, mapping.filter)));
    const people = named.map((row) => personOf(row, mapping, type, clock.now()));
    // Rows of which a filter leaves nobody are not the end.
    return { people, upTo: rows.length === 0 ? null : String(rows.at(-1)?.documentId) };
  };
  const readSome = async (externalIds: readonly string[]) =>
    (await find({ documentId: { $in: externalIds } }, {})).people;
  return {
    id: mapping.id,
    listId: mapping.list,
    peopleOf: uid,
    says: saidIn(mapping.fields),
    read: async (after, limit) => {
      const which = { documentId: after === null ? { $notNull: true } : { $gt: after } };
      const { people, upTo } = await find(which, { limit });
      if (upTo === null || people.at(-1)?.externalId === upTo) return { people, upTo };
      // The filter left out what was read of the last document; another of its languages may be to come.
      return { people: [...people, ...(await readSome([upTo]))], upTo };
    },
    readSome,
    count: () => host.query(uid).count({ where: whereOf(mapping, typeOf()) }),
  };
}

const whereOf = ({ filter }: SourceMapping, type: ContentType): object => ({
  ...published(type),
  ...(filter ? { $and: narrowing(filter, type.attributes) } : {}),
});

const published = ({ options }: ContentType): object =>
  options?.draftAndPublish ? { publishedAt: { $notNull: true } } : {};

const isFlag = (type: ContentType, field: string): boolean =>
  type.attributes[field]?.type === 'boolean';

/** `confirmed` and `blocked` are users-permissions' own, and mean the same wherever they are. */
const columnsOf = (mapping: SourceMapping, type: ContentType): string[] => [
  'documentId',
  ...fieldsRead(mapping),
  ...['confirmed', 'blocked'].filter((field) => isFlag(type, field)),
];

const firstOfEach = (rows: readonly Row[]): Row[] => {
  const seen = new Set<unknown>();
  return rows.filter(({ documentId }) => !seen.has(documentId) && seen.add(documentId));
};

const personOf = (
  row: Row,
  { fields, consentIs, wording, attributes = [] }: SourceMapping,
  type: ContentType,
  now: number,
): SourcePerson => ({
  externalId: String(row.documentId),
  address: textIn(row, fields.email),
  name: textIn(row, fields.name),
  locale: textIn(row, fields.locale),
  consent: isConsent(row[fields.consent], now, consentIs),
  confirmed: !isFlag(type, 'confirmed') || row.confirmed === true,
  blocked: isFlag(type, 'blocked') && row.blocked === true,
  ...(wording === undefined ? {} : { wording }),
  ...(attributes.length === 0
    ? {}
    : { attributes: valuesOf(attributes, ({ field }) => row[field]) }),
});

function textIn(row: Row, field: string | undefined): string | null {
  const value = field === undefined ? null : row[field];
  return typeof value === 'string' ? value : null;
}
