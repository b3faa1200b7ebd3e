import { folded, type AttributeValue } from '../../../domain/segments/attributes';
import type { Traits } from '../../../domain/subscribers/traits';
import { type Row, rowId } from '../rows';
import type { Slot } from './slots';

export const traitRow = ({ subscriberId, attributes }: Traits, slots: readonly Slot[]): Row => ({
  subscriber_id: rowId(subscriberId),
  ...Object.fromEntries(
    slots.map((slot) => [slot.column, valueIn(slot, attributes[slot.name] ?? null)]),
  ),
});

const TYPES = { text: 'string', number: 'number', flag: 'boolean', date: 'number' } as const;

/** A value that was read while the attribute was of another kind is none. */
function valueIn({ kind }: Slot, value: AttributeValue | null): AttributeValue | null {
  if (typeof value !== TYPES[kind]) return null;
  return typeof value === 'string' ? folded(value) : value;
}
