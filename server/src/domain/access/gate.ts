import { BlockList } from 'node:net';
import { parseRange, type Family, type IpAddress } from './address';
import { SCOPES, type Line, type Scope } from './allow-list';

/**
 * `by`: the line that lets the address in; null where no line guards anything. `not-listed`: on the list
 * of `scope` it is not. `no-address`: nobody can tell where the request comes from.
 */
export type Verdict =
  | { readonly isAllowed: true; readonly by: Line | null }
  | {
      readonly isAllowed: false;
      readonly because: 'not-listed' | 'no-address';
      readonly scope: Scope;
    };

/** The allow-list, made ready to be asked at each request. */
export interface Gate {
  isAllowed(address: IpAddress | null, scope: Scope): boolean;
  /** The same with the reason. */
  verdict(address: IpAddress | null, scope: Scope): Verdict;
}

/** Who reads personal data has to pass both lists. */
const ASKED: Readonly<Record<Scope, readonly Scope[]>> = {
  everything: ['everything'],
  'personal-data': SCOPES,
};

/** A scope without lines guards nothing. */
export function openGate(lines: readonly Line[]): Gate {
  const lists = new Map(SCOPES.map((scope) => [scope, listOf(linesOf(lines, scope))]));
  const lets = (address: IpAddress | null, scope: Scope): boolean => {
    const list = lists.get(scope);
    return !list || (address !== null && list[address.family].check(address.text, address.family));
  };
  return {
    isAllowed: (address, scope) => ASKED[scope].every((one) => lets(address, one)),
    verdict: (address, scope) => {
      const shut = ASKED[scope].find((one) => !lets(address, one));
      if (shut === undefined) return { isAllowed: true, by: lineOf(lines, address, scope) };
      const because = address === null ? 'no-address' : 'not-listed';
      return { isAllowed: false, because, scope: shut };
    },
  };
}

/** Where the list cannot be read: shut to everybody, wherever they are. */
export const SHUT_GATE: Gate = {
  isAllowed: () => false,
  verdict: (_address, scope) => ({ isAllowed: false, because: 'not-listed', scope }),
};

const linesOf = (lines: readonly Line[], scope: Scope): readonly Line[] =>
  lines.filter((line) => line.scope === scope);

// One for each family: Node's own would find every IPv4 address in `::/0`.
type Lists = Readonly<Record<Family, BlockList>>;

function listOf(lines: readonly Line[]): Lists | null {
  if (lines.length === 0) return null;
  const lists = { ipv4: new BlockList(), ipv6: new BlockList() };
  for (const { address } of lines) {
    const range = parseRange(address);
    if (range)
      lists[range.first.family].addSubnet(range.first.text, range.prefix, range.first.family);
  }
  return lists;
}

/** The narrowest scope that was asked says whose line it is. */
function lineOf(lines: readonly Line[], address: IpAddress | null, scope: Scope): Line | null {
  if (address === null) return null;
  const asked = [...ASKED[scope]].reverse().flatMap((one) => linesOf(lines, one));
  return (
    asked.find((line) => listOf([line])?.[address.family].check(address.text, address.family)) ??
    null
  );
}
