import type { AllowLine, AllowListShown } from '../../../../../server/src/contracts/allow-list';
import type { WishedLine } from '../../../api/allow-list';

const isOurs = ({ origin }: AllowLine): boolean => origin === 'admin';

const wish = ({ address, label, scope }: AllowLine): WishedLine => ({ address, label, scope });

export const keyOf = ({ address, scope }: WishedLine): string => `${scope} ${address}`;

/** What another change begins with: the one that waits already, or else what is in force. */
export const wishedLines = ({ lines, proposal }: AllowListShown): readonly WishedLine[] =>
  (proposal?.lines ?? lines).filter(isOurs).map(wish);

export const without = (wished: readonly WishedLine[], line: WishedLine): readonly WishedLine[] =>
  wished.filter((one) => keyOf(one) !== keyOf(line));

export interface Difference {
  readonly added: readonly AllowLine[];
  readonly removed: readonly AllowLine[];
  /** Under another label. */
  readonly renamed: readonly AllowLine[];
}

/** What a proposal would change. */
export function differenceOf({ lines, proposal }: AllowListShown): Difference {
  const after = proposal?.lines ?? lines;
  const before = new Map(lines.map((line) => [keyOf(line), line]));
  const kept = new Set(after.map(keyOf));
  return {
    added: after.filter((line) => !before.has(keyOf(line))),
    removed: lines.filter((line) => !kept.has(keyOf(line))),
    renamed: after.filter((line) => {
      const known = before.get(keyOf(line));
      return known !== undefined && known.label !== line.label;
    }),
  };
}
