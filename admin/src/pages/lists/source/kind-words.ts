import type { SourceTrial, SourceType } from '../../../../../server/src/contracts/sources';
import type { Word } from '../../../words';

type Kind = SourceType['fields'][number]['kind'] | SourceTrial['attributes'][number]['kind'];

/** Fields and attributes alike: a choice of words is a text to whoever asks for it. */
export const KIND_WORDS: Readonly<Record<Kind, Word>> = {
  email: 'source.kind-text',
  text: 'source.kind-text',
  words: 'source.kind-text',
  number: 'source.kind-number',
  boolean: 'source.kind-flag',
  flag: 'source.kind-flag',
  date: 'source.kind-date',
};
