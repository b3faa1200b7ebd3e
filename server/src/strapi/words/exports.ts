import type { Said } from '../language';
import type { ExportView } from '../rooms/exports';

export const EXPORT_STATE_WORDS: Readonly<Record<ExportView['state'], Said>> = {
  asked: { en: 'Waits for a second person', ja: '別の人の承認待ち' },
  allowed: { en: 'Allowed', ja: '承認済み' },
  refused: { en: 'Refused', ja: '却下' },
  withdrawn: { en: 'Withdrawn', ja: '取り下げ' },
  expired: { en: 'Time is over', ja: '期限切れ' },
};
