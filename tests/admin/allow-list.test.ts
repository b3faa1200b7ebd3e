import type { AllowLine, AllowListShown } from '../../server/src/contracts/allow-list';
import {
  differenceOf,
  wishedLines,
  without,
} from '../../admin/src/pages/settings/allow-list/wished';

const line = (address: string, change: Partial<AllowLine> = {}): AllowLine => ({
  ...{ address, label: 'Office', scope: 'everything', origin: 'admin' },
  ...{ addedBy: { id: 'ann', name: 'Ann', called: 'Ann' }, addedAt: 1 },
  ...change,
});
const CONFIGURED = line('198.51.100.1', { origin: 'configuration', addedBy: null, addedAt: null });
const OFFICE = line('192.0.2.0/24');
const HOME = line('203.0.113.9', { label: 'Home' });

const list = (lines: AllowLine[], proposed?: AllowLine[]): AllowListShown => ({
  ...{ lines, ignoresSaved: false, you: { address: null, hops: 0 } },
  proposal: proposed
    ? {
        ...{ id: 'p1', by: { id: 'ann', name: 'Ann', called: 'Ann' }, at: 1, lines: proposed },
        mayConfirm: { allowed: true, code: null, text: null },
      }
    : null,
});

const addresses = (lines: readonly { readonly address: string }[]) =>
  lines.map(({ address }) => address);

describe('another list', () => {
  it('begins with what was written in the admin, and leaves the configuration out', () => {
    expect(addresses(wishedLines(list([CONFIGURED, OFFICE])))).toEqual([OFFICE.address]);
  });

  it('begins with the change that waits, so that nothing of it is lost', () => {
    const wished = wishedLines(list([CONFIGURED, OFFICE], [CONFIGURED, OFFICE, HOME]));
    expect(addresses(wished)).toEqual([OFFICE.address, HOME.address]);
  });

  it('leaves out one line, of one scope', () => {
    const same = { ...OFFICE, scope: 'personal-data' } as const;
    expect(without([OFFICE, same], OFFICE)).toEqual([same]);
  });
});

it('shows what a proposal would add, remove and rename', () => {
  const renamed = { ...HOME, label: 'VPN' };
  const change = differenceOf(list([CONFIGURED, OFFICE, HOME], [CONFIGURED, renamed, line('::1')]));
  expect(addresses(change.added)).toEqual(['::1']);
  expect(addresses(change.removed)).toEqual([OFFICE.address]);
  expect(change.renamed).toEqual([renamed]);
});
