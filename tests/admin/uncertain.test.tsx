import { screen } from '@testing-library/react';
import { WhatIsKnown } from '../../admin/src/pages/campaigns/uncertain/WhatIsKnown';
import { countWaiting, waitsForDecision } from '../../admin/src/pages/campaigns/uncertain/waiting';
import type { DeliveryRow } from '../../server/src/contracts/reports';
import { show } from './show';

const aRow = (change: Partial<DeliveryRow> = {}): DeliveryRow => ({
  ...{ id: '7', subscriber: { id: '3', label: 'a…@example.com' }, locale: 'en' },
  ...{ state: 'uncertain', because: null, text: null, reply: null, attempts: 1, at: 1 },
  dot: { at: Date.UTC(2026, 10, 3, 9, 30), transport: 'main' },
  ...change,
});

describe('an uncertain message', () => {
  it('says when it was handed over, to which transport, and how a log names it', () => {
    show(<WhatIsKnown row={aRow()} />);
    expect(screen.getByText(/Nov 3, 2026.*9:30.*“main”/)).toBeTruthy();
    expect(screen.getByText(/cs\.7\./)).toBeTruthy();
  });

  it('says so in Japanese', () => {
    show(<WhatIsKnown row={aRow()} />, { language: 'ja' });
    expect(screen.getByText(/2026年11月3日.*「main」/)).toBeTruthy();
  });

  it('says where nothing more is known', () => {
    show(<WhatIsKnown row={aRow({ dot: null })} />);
    expect(screen.getByText(/nothing more is known/)).toBeTruthy();
  });

  it('waits for a decision until somebody closed it, and nothing else does', () => {
    expect(waitsForDecision(aRow())).toBe(true);
    expect(waitsForDecision(aRow({ because: 'closed' }))).toBe(false);
    expect(waitsForDecision(aRow({ state: 'deferred' }))).toBe(false);
    const closed = { state: 'uncertain', because: 'closed', text: '', count: 2 } as const;
    const other = { state: 'skipped', because: 'erased', text: '', count: 9 } as const;
    const none = { pending: 0, sending: 0, accepted: 0, deferred: 0, rejected: 0, skipped: 0 };
    const counts = { ...none, uncertain: 5 };
    expect(countWaiting({ counts, reasons: [closed, other] })).toBe(3);
    expect(countWaiting({ counts: { ...none, uncertain: 0 }, reasons: [] })).toBe(0);
  });
});
