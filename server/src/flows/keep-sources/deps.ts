import type { Asking } from '../../domain/access/asking';
import { told, type Act } from '../../domain/audit/entry';
import type { Attribute } from '../../domain/segments/rule';
import type { Beside } from '../../domain/subscribers/made-attributes';
import type { SourceMapping } from '../../domain/subscribers/source-mapping';
import { fieldsRead } from '../../domain/subscribers/source-mapping';
import type {
  AuditTrail,
  ClaimStore,
  Clock,
  Keys,
  KinStore,
  ListStore,
  MadeSourceStore,
  SourceHost,
  SubscriberStore,
  SuppressionStore,
  SyncRunStore,
  TraitStore,
  Transactions,
} from '../../ports';

export interface KeepSourcesDeps {
  readonly made: MadeSourceStore;
  readonly host: SourceHost;
  /** Ids that the configuration has given to sources and forms. */
  readonly fixedIds: ReadonlySet<string>;
  /** Those the configuration maps; what was made beside them fits itself to them. */
  readonly fixedAttributes: readonly Attribute[];
  /** What the configuration's sources call an address or a name is one in those made beside them, too. */
  readonly fixedMappings: readonly Beside[];
  readonly traits: Pick<TraitStore, 'settle'>;
  readonly kin: Pick<KinStore, 'note' | 'leftElsewhere'>;
  readonly lists: ListStore;
  readonly subscribers: SubscriberStore;
  readonly claims: ClaimStore;
  readonly suppressions: SuppressionStore;
  readonly runs: SyncRunStore;
  readonly keys: Pick<Keys, 'addressHash'>;
  readonly clock: Clock;
  readonly transactions: Transactions;
  readonly audit: AuditTrail;
  /** What waits, or may go, was of other people: a source of these mappings, before and after, is another one. */
  repointed(mappings: readonly SourceMapping[], by: Asking): Promise<void>;
}

/** What the trail holds of a source: names of fields, never what a filter compares them with. */
export const tell = (
  { audit, clock }: KeepSourcesDeps,
  by: Asking,
  what: {
    readonly act: Act;
    readonly mapping: SourceMapping;
    readonly detail?: Readonly<Record<string, number>>;
  },
): Promise<void> =>
  audit.record(
    told(by, {
      act: what.act,
      result: 'done',
      subject: { kind: 'source', id: what.mapping.id },
      at: clock.now(),
      detail: {
        type: what.mapping.contentType,
        list: what.mapping.list,
        fields: fieldsRead(what.mapping).join(', '),
        attributes: (what.mapping.attributes ?? []).map(({ name }) => name).join(', '),
        wording: what.mapping.wording ?? null,
        conditions: what.mapping.filter?.all.length ?? 0,
        ...what.detail,
      },
    }),
  );
