import { cleanLine } from '../messages/characters';
import { complain, textsOf, wrong, type Complaint, type Setting } from '../campaigns/setting';
import { parseRange, rangeText } from './address';

/** What a line guards: all that is shown or done in the admin, or only reading what is known of readers. */
export const SCOPES = ['everything', 'personal-data'] as const;
export type Scope = (typeof SCOPES)[number];

/** Addresses that are let in. */
export interface Line {
  /** An address or a range, as `rangeText` writes it. */
  readonly address: string;
  /** Whose it is: 1 to 80 characters; may be empty in the configuration. */
  readonly label: string;
  readonly scope: Scope;
}

export const MAX_LINES = 200;
export const MAX_LABEL = 80;
export const ADDRESS_EXPECTED = 'an IP address or a range, e.g. 192.0.2.0/24 or 2001:db8::/32';

/** As somebody wrote it. All complaints together. */
export function parseLines(raw: unknown): Setting<readonly Line[]> {
  if (!Array.isArray(raw) || raw.length > MAX_LINES) {
    return complain([{ place: 'lines', expected: `a list of at most ${MAX_LINES}` }]);
  }
  const read = raw.map((entry: unknown, at) => parseLine(entry, `lines[${at}]`));
  const complaints = [
    ...read.flatMap((one) => one.complaints),
    ...doubled(read.map(({ line }) => line)),
  ];
  return complaints.length > 0
    ? complain(complaints)
    : { ok: true, value: read.map(({ line }) => line) };
}

function parseLine(
  raw: unknown,
  place: string,
): { readonly line: Line; readonly complaints: readonly Complaint[] } {
  const { address = '', label = '', scope = 'everything' } = textsOf(raw);
  const range = parseRange(address);
  const name = cleanLine(label);
  const known = SCOPES.find((one) => one === scope);
  const complaints = [
    wrong(range === null, `${place}.address`, ADDRESS_EXPECTED),
    wrong(name === '' || name.length > MAX_LABEL, `${place}.label`, `1 to ${MAX_LABEL} characters`),
    wrong(known === undefined, `${place}.scope`, SCOPES.join(' or ')),
  ].flat();
  const line = {
    address: range ? rangeText(range) : '',
    label: name,
    scope: known ?? 'everything',
  };
  return { line, complaints };
}

/** What makes a line that line: the same address may be on both lists. */
export const keyOf = ({ scope, address }: Line): string => `${scope} ${address}`;

function doubled(lines: readonly Line[]): readonly Complaint[] {
  const keys = lines.map(keyOf);
  return lines.flatMap((line, at) => {
    const isAgain = line.address !== '' && keys.indexOf(keyOf(line)) < at;
    return wrong(isAgain, `lines[${at}].address`, 'an address that is not on this list yet');
  });
}
