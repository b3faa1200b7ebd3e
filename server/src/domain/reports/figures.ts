import type { DeliveryState } from '../delivery/outcome';
import type { EditionState } from '../editions/states';
import type { Counts } from './counts';

/** What somebody who watches the house wants to know at one moment. Times in ms since 1970. */
export interface Figures {
  /** Open editions only: what is sent or called off asks nobody's attention any more. */
  readonly editions: Readonly<Partial<Record<EditionState, number>>>;
  /** Of editions that are being sent or wait half-way, by edition. */
  readonly deliveries: ReadonlyMap<string, Counts>;
  readonly transports: readonly { readonly id: string; readonly rests: boolean }[];
  /** Null: none has finished yet. */
  readonly syncs: readonly {
    readonly sourceId: string;
    readonly finishedAt: number | null;
    /** The last one stopped because too many would have left the list. */
    readonly isBraked: boolean;
  }[];
  readonly isStopped: boolean;
  /** Rows of the audit trail that wait for their seal; counted up to a limit. */
  readonly unsealed: number;
}

/** One number under a name, in the terms of Prometheus. */
export interface Gauge {
  readonly name: string;
  readonly help: string;
  readonly samples: readonly Sample[];
}

export interface Sample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

const MS_PER_SECOND = 1000;

export const gaugesOf = (figures: Figures): Gauge[] => [
  {
    name: 'countersign_editions',
    help: 'Open editions by state.',
    samples: rowsOf(figures.editions).map(([state, value]) => ({ labels: { state }, value })),
  },
  {
    name: 'countersign_deliveries',
    help: 'Deliveries by state, of editions that are being sent, paused or held.',
    samples: deliveriesOf(figures),
  },
  {
    name: 'countersign_transport_resting',
    help: '1 while a transport rests after trouble.',
    samples: figures.transports.map(({ id, rests }) => one({ transport: id }, rests)),
  },
  {
    name: 'countersign_sync_finished_timestamp_seconds',
    help: 'When the last full sync of a source was finished.',
    samples: figures.syncs.flatMap(({ sourceId, finishedAt }) =>
      finishedAt === null
        ? []
        : [{ labels: { source: sourceId }, value: finishedAt / MS_PER_SECOND }],
    ),
  },
  {
    name: 'countersign_sync_braked',
    help: '1 while a sync has stopped because too many would have left the list.',
    samples: figures.syncs.map(({ sourceId, isBraked }) => one({ source: sourceId }, isBraked)),
  },
  {
    name: 'countersign_stopped',
    help: '1 while everything is stopped.',
    samples: [one({}, figures.isStopped)],
  },
  {
    name: 'countersign_audit_unsealed',
    help: 'Rows of the audit trail without a seal, at most 1000. More than some for a minute: nobody seals.',
    samples: [{ labels: {}, value: figures.unsealed }],
  },
];

const one = (labels: Sample['labels'], is: boolean): Sample => ({ labels, value: is ? 1 : 0 });

const deliveriesOf = ({ deliveries }: Figures): Sample[] =>
  [...deliveries].flatMap(([edition, counts]) =>
    rowsOf<DeliveryState>(counts).map(([state, value]) => ({ labels: { edition, state }, value })),
  );

const rowsOf = <Key extends string>(counts: Readonly<Partial<Record<Key, number>>>) =>
  Object.entries(counts) as [Key, number][];
