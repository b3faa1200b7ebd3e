import { fieldKind } from '../../domain/subscribers/field-kind';
import type { Condition, SourceFilter } from '../../domain/subscribers/source-filter';
import type { HostFields } from '../../domain/subscribers/source-mapping';

/**
 * What of a filter every database answers alike, as the host's query language has it, so that not all rows
 * are read to name a few. It may leave too many, never too few: who is named says `isNamed`.
 */
export const narrowing = ({ all }: SourceFilter, host: HostFields): object[] =>
  all.flatMap((condition) => narrowed(condition, host[condition.field]?.type ?? ''));

function narrowed({ field, is, value }: Condition, type: string): object[] {
  const nothing = { [field]: { $null: true } };
  const isWritten = ['text', 'words'].includes(fieldKind(type) ?? '');
  if (is === 'yes') return [{ [field]: { $eq: true } }];
  if (is === 'no') return [{ $or: [{ [field]: { $eq: false } }, nothing] }];
  if (is === 'known') return [{ [field]: { $notNull: true } }];
  if (is === 'unknown') return [isWritten ? { $or: [nothing, { [field]: { $eq: '' } }] } : nothing];
  // MySQL takes other letter case for the same, and a fraction is not always what was written.
  const isExact = type === 'integer';
  if (is === 'equal') return isWritten || isExact ? [{ [field]: { $eq: value } }] : [];
  return isExact ? [{ $or: [{ [field]: { $ne: value } }, nothing] }] : [];
}
