import type { Journals, LeftJournal } from '../../server/src/ports';
import type { FakeSender } from './fake-sender';

/** What is found of a sender that died. */
export const journalOf = (
  { owner, marks }: Pick<FakeSender, 'owner' | 'marks'>,
  change: Partial<LeftJournal> = {},
): LeftJournal => ({
  ...{ owner, marks: new Map(marks), isProvenDead: true, isComplete: true, files: [] },
  ...change,
});

export interface FoundJournals extends Journals {
  /** Who began one here. */
  readonly begun: string[];
  readonly buried: string[];
  /** One more is left behind. */
  leave(journal: LeftJournal): void;
}

export function finding(...left: LeftJournal[]): FoundJournals {
  const begun: string[] = [];
  const buried: string[] = [];
  return {
    begun,
    buried,
    begin: (owner) => void begun.push(owner),
    leave: (journal) => void left.push(journal),
    leftBehind: () => left.filter(({ owner }) => !buried.includes(owner)),
    bury: ({ owner }) => void buried.push(owner),
  };
}
