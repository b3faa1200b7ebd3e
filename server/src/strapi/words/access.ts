import type { Scope } from '../../domain/access/allow-list';
import type { Verdict } from '../../domain/access/gate';
import type { Language, Said } from '../language';

const OPEN: Said = {
  en: 'Let in: no line guards this.',
  ja: '許可（制限する行がありません）',
};

const NOT_LISTED: Readonly<Record<Scope, Said>> = {
  everything: {
    en: 'Refused: it is on no line for newsletters.',
    ja: '拒否（メルマガの許可リストにありません）',
  },
  'personal-data': {
    en: 'Refused: it is on no line for personal data.',
    ja: '拒否（個人データの許可リストにありません）',
  },
};

const NO_ADDRESS: Said = {
  en: 'Refused: nobody can tell where it comes from.',
  ja: '拒否（接続元を特定できません）',
};

const BY: Readonly<Record<Language, (line: string) => string>> = {
  en: (line) => `Let in by ${line}.`,
  ja: (line) => `許可（${line}）`,
};

/** What becomes of an address, and why. */
export function verdictText(verdict: Verdict, language: Language): string {
  if (!verdict.isAllowed) {
    const why = verdict.because === 'no-address' ? NO_ADDRESS : NOT_LISTED[verdict.scope];
    return why[language];
  }
  if (verdict.by === null) return OPEN[language];
  const { address, label } = verdict.by;
  if (label === '') return BY[language](address);
  return BY[language](language === 'ja' ? `${label}：${address}` : `“${label}”, ${address}`);
}
