import type { Delivery, DeliveryChange } from '../../../domain/delivery/delivery';
import {
  DELIVERY_STATES,
  type DeliveryState,
  CLOSED,
  REJECT_REASONS,
  type Reply,
  SKIP_REASONS,
  STAGES,
  TROUBLE_REASONS,
  type WrittenDot,
} from '../../../domain/delivery/outcome';
import type { SendingDelivery } from '../../../ports';
import { idOf, maybeNumber, maybeText, numberOf, textOf, type Row } from '../rows';

export function toDelivery(row: Row): Delivery {
  const state = toState(row.state);
  return {
    id: idOf(row.id),
    editionId: textOf(row.edition_id),
    batchId: idOf(row.batch_id),
    subscriberId: idOf(row.subscriber_id),
    locale: textOf(row.locale),
    state,
    attempt: numberOf(row.attempt),
    firstTriedAt: maybeNumber(row.first_tried_at),
    dueAt: maybeNumber(row.due_at),
    settledAt: OPEN.includes(state) ? null : maybeNumber(row.tried_at),
    because: REASONS.find((known) => known === row.because) ?? null,
    ...toSaid(maybeText(row.reply)),
  };
}

const OPEN: readonly DeliveryState[] = ['pending', 'sending', 'deferred'];
const REASONS = [...SKIP_REASONS, ...REJECT_REASONS, ...TROUBLE_REASONS, CLOSED] as const;

export const toSending = (row: Row): SendingDelivery => ({
  id: idOf(row.id),
  subscriberId: idOf(row.subscriber_id),
  attempt: numberOf(row.attempt),
  firstTriedAt: maybeNumber(row.first_tried_at),
  fence: numberOf(row.fence),
});

export function toState(value: unknown): DeliveryState {
  const state = DELIVERY_STATES.find((known) => known === value);
  if (!state) throw new TypeError(`a delivery should be one of ${DELIVERY_STATES.join(', ')}`);
  return state;
}

/** The column's length; a reply's text is at most 300 characters, its escapes may be more. */
const REPLY_LENGTH = 512;

/** What is known of the last try: the answer, or that there was none to this dot. */
export function fromSaid({ reply, dot }: Pick<DeliveryChange, 'reply' | 'dot'>): string | null {
  if (reply) return fromReply(reply);
  return dot ? asciiJson(dot) : null;
}

function fromReply(reply: Reply): string {
  const text = asciiJson(reply);
  if (text.length <= REPLY_LENGTH) return text;
  const half = reply.text.slice(0, Math.floor(reply.text.length / 2));
  return fromReply({ ...reply, text: half });
}

/** A column in a database's own character set takes nothing else for certain; one that refuses stops all settling. */
const asciiJson = (value: object): string =>
  JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

function toSaid(text: string | null): Pick<Delivery, 'reply' | 'dot'> {
  if (text === null) return { reply: null };
  const said: Row = JSON.parse(text);
  return said.transport === undefined
    ? { reply: toReply(said) }
    : { reply: null, dot: toDot(said) };
}

const toDot = ({ at, transport }: Row): WrittenDot => ({
  at: numberOf(at),
  transport: textOf(transport),
});

function toReply(said: Row): Reply | null {
  const stage = STAGES.find((known) => known === said.stage);
  if (!stage) return null;
  const { code, enhanced } = said;
  return { stage, code: numberOf(code), enhanced: maybeText(enhanced), text: textOf(said.text) };
}
