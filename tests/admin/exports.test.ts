import type { ListExportShown } from '../../server/src/contracts/exports';
import { waitingFirst } from '../../admin/src/pages/exports/waiting-first';

const YES = { allowed: true, code: null, text: null };
const NO = { allowed: false, code: 'own-export', text: 'No.' };

const anExport = (id: string, change: Partial<ListExportShown> = {}): ListExportShown => ({
  ...{ id, list: 'newsletter', listName: 'Newsletter', reason: 'Labels', readers: 3 },
  ...{
    askedBy: { id: 'ann', name: 'Ann', called: 'Ann' },
    askedAt: 1,
    state: 'asked',
    stateText: 'Waits',
  },
  ...{ decidedBy: null, decidedAt: null, until: 2, downloads: 0, downloadsLeft: 3 },
  ...{ mayAllow: NO, mayRefuse: NO, mayWithdraw: NO, mayDownload: NO },
  ...change,
});

it('shows first what waits for an answer, then what can be fetched, and the newest first among the rest', () => {
  const shown = waitingFirst([
    anExport('newest'),
    anExport('ready', { mayDownload: YES }),
    anExport('older'),
    anExport('waits', { mayAllow: YES }),
  ]);
  expect(shown.map(({ id }) => id)).toEqual(['waits', 'ready', 'newest', 'older']);
});
