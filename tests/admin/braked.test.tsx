import { screen } from '@testing-library/react';
import type { List } from '../../server/src/contracts/people';
import { SourceHealth } from '../../admin/src/components/SourceHealth';
import { Paused } from '../../admin/src/pages/lists/Paused';
import { show } from './show';

const LAST_RUN = {
  ...{ id: 'run', state: 'braked', startedAt: 1, finishedAt: 2, leftOut: {} },
  counts: { seen: 60, added: 0, changed: 0, removed: 0 },
  brake: { leaving: 40, of: 100, isKept: false },
};

const aSource = (change: Partial<List['sources'][number]> = {}): List['sources'][number] => ({
  ...{
    id: 'users',
    contentType: 'plugin::users-permissions.user',
    madeHere: false,
    isLeaving: false,
    leftOut: {},
  },
  ...{ pausedBy: null, trouble: null, lastRun: LAST_RUN },
  ...change,
});

describe('a source', () => {
  it('whose sync has stopped says that it needs an answer, and nothing of being in step', () => {
    show(<SourceHealth source={aSource()} />);
    expect(screen.getByText('Stopped: it needs an answer')).toBeTruthy();
    expect(screen.queryByText(/in step/i)).toBeNull();
  });

  it('that cannot be read names the field, in both languages', () => {
    for (const language of ['en', 'ja'] as const) {
      const { container, unmount } = show(
        <Paused source={aSource({ pausedBy: 'newsletterConsent' })} />,
        { language },
      );
      expect(container.textContent).toContain('newsletterConsent');
      unmount();
    }
  });

  it('that can be read says nothing of a pause', () => {
    show(<Paused source={aSource()} />);
    expect(screen.queryByText(/paused/i)).toBeNull();
  });
});
