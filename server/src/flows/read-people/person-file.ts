import { personFile, type PersonFile } from '../../domain/subscribers/person-file';
import type {
  AuditPages,
  Clock,
  PersonDeliveries,
  SignUpStore,
  SubscriberStore,
  SuppressionStore,
} from '../../ports';

export interface PersonFileDeps {
  readonly subscribers: SubscriberStore;
  readonly suppressions: SuppressionStore;
  readonly signUps: Pick<SignUpStore, 'of'>;
  readonly deliveries: PersonDeliveries;
  readonly audit: AuditPages;
  readonly clock: Clock;
}

const ACTS_AT_ONCE = 500;

/** One person → all we hold on them; null if there is none of this id. */
export async function readPersonFile(deps: PersonFileDeps, id: string): Promise<PersonFile | null> {
  const record = await deps.subscribers.find(id);
  const hash = await deps.subscribers.hashOf(id);
  if (!record || hash === null) return null;
  const [suppression] = await deps.suppressions.among([hash]);
  return personFile(
    {
      ...record,
      subscriber: record,
      reader: await deps.subscribers.reveal(id),
      suppression: suppression ?? null,
      signUps: await deps.signUps.of(hash),
      deliveries: await deps.deliveries.allOf(id),
      acts: await actsOn(deps, id),
    },
    deps.clock.now(),
  );
}

/** Newest first. */
async function actsOn({ audit }: PersonFileDeps, subject: string) {
  const found: { act: string; at: number }[] = [];
  for (let before: string | undefined; ; ) {
    const rows = await audit.list({ subject, before, limit: ACTS_AT_ONCE });
    // A subscriber's id is a number; another subject may be called the same.
    found.push(...rows.filter(({ subjectKind }) => subjectKind === 'subscriber').map(actOf));
    before = rows.at(-1)?.id;
    if (rows.length < ACTS_AT_ONCE) return found;
  }
}

const actOf = ({ act, at }: { readonly act: string; readonly at: number }) => ({ act, at });
